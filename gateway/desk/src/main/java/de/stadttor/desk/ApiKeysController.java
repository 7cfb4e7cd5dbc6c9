package de.stadttor.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadttor.civic.ApiKey;
import de.stadttor.civic.IssuedApiKeys;
import de.stadttor.people.Caseworker;
import de.stadttor.web.Contract;
import de.stadttor.web.Cursors;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import de.stadttor.web.Received;
import de.stadttor.web.Repeats;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Keys of programs that hand in requests by Open311. */
@RestController
@RequestMapping("/api/desk/v1/api-keys")
final class ApiKeysController {

    private static final String FILTER = "api keys";

    private final IssuedApiKeys keys;
    private final Cursors cursors;

    ApiKeysController(IssuedApiKeys keys, Cursors cursors) {
        this.keys = keys;
        this.cursors = cursors;
    }

    @GetMapping
    Mono<Page<ApiKeyView>> listApiKeys(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caseworker caseworker) {
        String after = cursors.open(caseworker, FILTER, cursor);
        return Page.of(
                keys.list(caseworker, after == null ? null : UUID.fromString(after), limit.oneMore()),
                limit.value(),
                ApiKeyView::of,
                last -> cursors.close(caseworker, FILTER, last.id().toString()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<IssuedApiKey> issueApiKey(
            @Contract("doors.yaml#NewApiKey") Received<NewApiKey> asked,
            Caseworker caseworker,
            ServerWebExchange exchange) {
        var key = Repeats.key(exchange.getRequest(), caseworker, "issue api key", asked.fingerprint());
        return keys.issue(caseworker, asked.value().name().strip(), key)
                .doOnNext(issued -> Repeats.mark(exchange.getResponse(), issued.repeated()))
                .map(issued -> new IssuedApiKey(
                        ApiKeyView.of(issued.value().key()), issued.value().secret()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revokeApiKey(@PathVariable UUID id, Caseworker caseworker) {
        return keys.revoke(caseworker, id);
    }

    /** @param name whose program it is */
    record NewApiKey(String name) {}

    record ApiKeyView(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant revokedAt) {

        static ApiKeyView of(ApiKey key) {
            return new ApiKeyView(key.id(), key.name(), key.createdAt(), key.revokedAt());
        }
    }

    /** @param secret told once; null in a repeat */
    record IssuedApiKey(
            @JsonUnwrapped ApiKeyView key, @Nullable String secret) {}
}
