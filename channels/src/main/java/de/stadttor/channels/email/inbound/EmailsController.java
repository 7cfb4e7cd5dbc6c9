package de.stadttor.channels.email.inbound;

import de.stadttor.intake.Receipt;
import de.stadttor.people.Machine;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Repeats;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes mails from relays that speak HTTP. */
@RestController
@RequestMapping(EmailsController.PATH)
final class EmailsController {

    static final String PATH = "/api/intake/v1/emails";

    private static final Pattern MAILBOX = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    private final MailEntrance door;
    private final MailBodies bodies;
    private final Clock clock;

    EmailsController(MailEntrance door, MailBodies bodies, Clock clock) {
        this.door = door;
        this.bodies = bodies;
        this.clock = clock;
    }

    /** 204 when a rule says to ignore the mail. */
    @PostMapping(consumes = "message/rfc822")
    Mono<ResponseEntity<ReceivedView>> submitEmail(
            @RequestParam(defaultValue = "relay") String mailbox,
            Machine client,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!client.may(Machine.Right.SUBMIT)) {
            return Mono.error(() -> new Refused(new Refusal.NotAllowed()));
        }
        if (!MAILBOX.matcher(mailbox).matches()) {
            return Mono.error(() -> new BadRequest(BadRequest.Reason.PARAMETER, "mailbox"));
        }
        String key = Repeats.key(request.getHeaders());
        return bodies.read(request, raw -> door.submit(received(client, mailbox, key, raw)))
                .map(receipt -> answer(receipt, response))
                .defaultIfEmpty(ResponseEntity.noContent().build());
    }

    /** Without a key of the client's the content is one: a relay repeats what was not answered, byte for byte. */
    private ReceivedMail received(Machine client, String mailbox, @Nullable String key, RawMail raw) {
        String own = Objects.requireNonNullElseGet(key, () -> "content " + Fingerprint.of(raw));
        return new ReceivedMail(
                mailbox, "http " + client.reference() + " " + own, clock.instant(), raw, ReceivedMail.Occasion.ARRIVAL);
    }

    private static ResponseEntity<ReceivedView> answer(Receipt receipt, ServerHttpResponse response) {
        Repeats.mark(response, receipt.repeated());
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(new ReceivedView(
                        receipt.ticket().value(), receipt.number().toString(), receipt.receivedAt()));
    }

    /** Without a link into the case: that is for who wrote, not for who carries. */
    record ReceivedView(UUID ticketId, String number, Instant receivedAt) {}
}
