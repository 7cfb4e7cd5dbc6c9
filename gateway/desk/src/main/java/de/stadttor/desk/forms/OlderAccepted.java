package de.stadttor.desk.forms;

import de.stadttor.web.BadRequest;
import java.time.Duration;

/**
 * How long submissions of older versions are still accepted.
 *
 * @param days 0 to 365
 */
public record OlderAccepted(int days) {

    static final String DEFAULT = "30";

    public OlderAccepted {
        if (days < 0 || days > 365) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "olderAcceptedDays");
        }
    }

    /** Spring finds it when it reads the parameter. */
    public static OlderAccepted of(String days) {
        try {
            return new OlderAccepted(Integer.parseInt(days));
        } catch (NumberFormatException e) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "olderAcceptedDays");
        }
    }

    Duration duration() {
        return Duration.ofDays(days);
    }
}
