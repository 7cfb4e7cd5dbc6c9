package de.stadttor.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadttor.machines.ClientAdministration;
import de.stadttor.machines.ClientAdministration.Wanted;
import de.stadttor.machines.IntakeClient;
import de.stadttor.machines.IntakeClient.Proof;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Machine.Right;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Contract;
import de.stadttor.web.Cursors;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import de.stadttor.web.Received;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Client systems that sign their requests or show a certificate. */
@RestController
@RequestMapping("/api/desk/v1/intake-clients")
final class IntakeClientsController {

    private static final String FILTER = "intake clients";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    private final ClientAdministration clients;
    private final Cursors cursors;

    IntakeClientsController(ClientAdministration clients, Cursors cursors) {
        this.clients = clients;
        this.cursors = cursors;
    }

    @GetMapping
    Mono<Page<IntakeClientView>> listIntakeClients(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caseworker caseworker) {
        return Page.of(
                clients.list(caseworker, cursors.open(caseworker, FILTER, cursor), limit.oneMore()),
                limit.value(),
                IntakeClientView::of,
                last -> cursors.close(caseworker, FILTER, last.name()));
    }

    @GetMapping("/{name}")
    Mono<ResponseEntity<IntakeClientView>> readIntakeClient(@PathVariable String name, Caseworker caseworker) {
        return clients.read(caseworker, name)
                .map(client -> ResponseEntity.ok().eTag(tag(client)).body(IntakeClientView.of(client)));
    }

    /** Without {@code If-Match} it must be new. */
    @PutMapping("/{name}")
    Mono<ResponseEntity<DecidedClient>> decideIntakeClient(
            @PathVariable String name,
            @Contract("doors.yaml#IntakeClientData") Received<IntakeClientData> data,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        if (!NAME.matcher(name).matches()) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "name");
        }
        Long version = IfMatch.versionOrNull(ifMatch);
        return clients.decide(caseworker, version, data.value().wanted(name))
                .map(decided -> ResponseEntity.ok()
                        .eTag(tag(decided.client()))
                        .body(new DecidedClient(IntakeClientView.of(decided.client()), decided.key())));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> removeIntakeClient(
            @PathVariable String name,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        return clients.remove(caseworker, name, IfMatch.version(ifMatch));
    }

    private static String tag(IntakeClient client) {
        return "\"" + client.version() + "\"";
    }

    /**
     * @param thumbprint of its certificate; null for one that signs
     * @param newKey null for no
     */
    record IntakeClientData(
            List<String> rights,
            List<String> forms,
            @Nullable String thumbprint,
            @Nullable Boolean newKey) {

        Wanted wanted(String name) {
            return new Wanted(
                    name,
                    rights.stream().map(IntakeClientData::right).collect(Collectors.toSet()),
                    new HashSet<>(forms),
                    thumbprint,
                    Boolean.TRUE.equals(newKey));
        }

        private static Right right(String code) {
            return Right.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    record IntakeClientView(
            String name,
            List<String> rights,
            List<String> forms,
            @Nullable String thumbprint,
            long version) {

        static IntakeClientView of(IntakeClient client) {
            return new IntakeClientView(
                    client.name(),
                    client.rights().stream()
                            .map(IntakeClientView::code)
                            .sorted()
                            .toList(),
                    client.forms().stream().sorted().toList(),
                    client.proof() instanceof Proof.Certificate(var thumbprint) ? thumbprint : null,
                    client.version());
        }

        private static String code(Right right) {
            return right.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param key told this once; null when there is no new one */
    record DecidedClient(
            @JsonUnwrapped IntakeClientView client,
            @Nullable String key) {}
}
