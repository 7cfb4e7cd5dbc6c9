package de.stadttor.citizenapi.appointments;

import de.stadttor.idempotency.RequestKey;
import de.stadttor.people.Citizen;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Repeats;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Keys by which a reservation is repeated safely. Visitors have no name to tell them apart, and a repeat answers with a
 * secret: so theirs must be one that nobody else draws.
 */
final class VisitorKeys {

    private static final Pattern UUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

    private VisitorKeys() {}

    static @Nullable RequestKey key(ServerHttpRequest request, @Nullable Citizen citizen, String fingerprint) {
        if (citizen != null) {
            return Repeats.key(request, citizen, "reserve", fingerprint);
        }
        String key = Repeats.key(request.getHeaders());
        if (key != null && !UUID.matcher(key).matches()) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, Repeats.KEY);
        }
        return key == null ? null : new RequestKey("visitor reserve", key, fingerprint);
    }
}
