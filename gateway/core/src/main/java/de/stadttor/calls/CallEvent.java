package de.stadttor.calls;

import de.stadttor.seals.Sha256;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a call, as a telephone system reports it.
 *
 * @param id the system's own name for the report; null where it has none
 * @param at when it happened
 * @param stated whether the report said when; else {@code at} is when it came in
 * @param from in E.164; null when unknown or suppressed
 * @param to likewise
 * @param queue the telephone system's name of it
 * @param agent whoever took the call
 * @param ticketWanted true when the agent wishes a ticket of this call
 */
public record CallEvent(
        Kind kind,
        @Nullable String id,
        Instant at,
        boolean stated,
        @Nullable CallDirection direction,
        @Nullable String from,
        @Nullable String to,
        @Nullable String queue,
        @Nullable String agent,
        @Nullable Cause cause,
        boolean ticketWanted) {

    /** Recognizes a repeat of the report: by its id or, without one, by what it says. */
    public String mark() {
        return Sha256.hex(id == null ? "content\0" + fingerprint() : "id\0" + id);
    }

    /** SHA-256 of what it says; when it came in is no part of that. */
    public String fingerprint() {
        return Sha256.hex(Stream.of(kind, stated ? at : "", direction, from, to, queue, agent, cause, ticketWanted)
                .map(part -> Objects.toString(part, ""))
                .collect(Collectors.joining("\0")));
    }

    /** What happened. */
    public enum Kind {
        RINGING(Phase.BEFORE),
        ANSWERED(Phase.DURING),
        HELD(Phase.DURING),
        RESUMED(Phase.DURING),
        TRANSFERRED(Phase.DURING),
        ENDED(Phase.AFTER);

        private final Phase phase;

        Kind(Phase phase) {
            this.phase = phase;
        }

        Phase phase() {
            return phase;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** Where in a call something can happen: no clock of whatever system moves it from one to the other. */
    enum Phase {
        BEFORE,
        DURING,
        AFTER
    }

    /** Why a call ended. */
    public enum Cause {
        NORMAL_CLEARING("normalClearing"),
        BUSY("busy"),
        CANCEL("cancel"),
        NO_ANSWER("noAnswer"),
        CONGESTION("congestion"),
        NOT_FOUND("notFound"),
        /** Somebody else has it under another name. */
        FORWARDED("forwarded");

        private final String code;

        Cause(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Cause of(String code) {
            return Stream.of(values())
                    .filter(cause -> cause.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not a cause: " + code));
        }
    }
}
