package de.stadttor.channels.phone;

import de.stadttor.calls.Consent;
import de.stadttor.calls.Piece;
import de.stadttor.calls.Recording;
import de.stadttor.web.BadRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Under which terms a piece of a transcript comes, as parameters of the request: formats of others have no place for
 * them.
 *
 * @param piece its place, from 1; null for a transcript that comes at once
 */
record Terms(
        @Nullable Integer piece,
        @Nullable Integer revision,
        @Nullable String mode,
        @Nullable String language,
        @Nullable Consent consent,
        @Nullable Recording recording) {

    private static final int MOST_REVISIONS = 1000;
    private static final int LONGEST = 500;

    /** @param now when consent counts from that names no time */
    static Terms of(MultiValueMap<String, String> query, Instant now, Instant recordingUntil) {
        return new Terms(
                number(query, "piece", 1, Piece.MOST),
                number(query, "revision", 0, MOST_REVISIONS),
                text(query, "mode"),
                text(query, "language"),
                consent(query, now),
                recording(query, recordingUntil));
    }

    private static @Nullable Consent consent(MultiValueMap<String, String> query, Instant now) {
        String given = text(query, "consent");
        if (given == null) {
            return null;
        }
        if (!given.equals("true") && !given.equals("false")) {
            throw wrong("consent");
        }
        return Consent.heard(given.equals("true"), time(query, "consentAt"), text(query, "consentHow"), now);
    }

    private static @Nullable Recording recording(MultiValueMap<String, String> query, Instant until) {
        String reference = text(query, "recording");
        return reference == null
                ? null
                : new Recording(reference, Objects.requireNonNullElse(time(query, "recordingUntil"), until));
    }

    private static @Nullable Integer number(MultiValueMap<String, String> query, String name, int least, int most) {
        String text = text(query, name);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw wrong(name);
        }
        return Integer.valueOf(text);
    }

    private static @Nullable Instant time(MultiValueMap<String, String> query, String name) {
        String text = text(query, name);
        try {
            Instant time = text == null ? null : Instant.parse(text);
            if (!Times.canBe(time)) {
                throw wrong(name);
            }
            return time;
        } catch (DateTimeException e) {
            throw wrong(name);
        }
    }

    private static @Nullable String text(MultiValueMap<String, String> query, String name) {
        String text = query.getFirst(name);
        if (text != null && (text.length() > LONGEST || text.indexOf('\0') >= 0)) {
            throw wrong(name);
        }
        return text;
    }

    private static BadRequest wrong(String name) {
        return new BadRequest(BadRequest.Reason.PARAMETER, name);
    }
}
