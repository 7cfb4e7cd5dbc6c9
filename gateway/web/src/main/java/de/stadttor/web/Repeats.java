package de.stadttor.web;

import de.stadttor.idempotency.RequestKey;
import de.stadttor.people.Caller;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/** The headers by which a client repeats a write safely. */
public final class Repeats {

    public static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1,200}");

    private Repeats() {}

    /**
     * The key of a request; null when it came without.
     *
     * @param operation what is done to what: keys of different operations never meet
     */
    public static @Nullable RequestKey key(
            ServerHttpRequest request, Caller caller, String operation, String fingerprint) {
        String key = key(request.getHeaders());
        return key == null ? null : new RequestKey(caller.reference() + ' ' + operation, key, fingerprint);
    }

    /** The header's value, if it is one; null without. */
    public static @Nullable String key(HttpHeaders headers) {
        String key = headers.getFirst(KEY);
        if (key != null && !VISIBLE.matcher(key).matches()) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, KEY);
        }
        return key;
    }

    /** Tells the client that its request had been done before. */
    public static void mark(ServerHttpResponse response, boolean repeated) {
        if (repeated) {
            response.getHeaders().set(REPLAYED, "true");
        }
    }
}
