package de.stadttor.sorting;

import de.stadttor.ticketing.Priority;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is done with mails that fit.
 *
 * @param name for people
 * @param enabled a rule that is off fits nothing
 * @param when conditions that must all hold; at least one
 */
public record SortingRule(String name, boolean enabled, List<Condition> when, Action then) {

    public SortingRule {
        when = List.copyOf(when);
    }

    /** @param value what is looked for; letters of either case are the same */
    public record Condition(Part part, Test test, String value) {}

    /** What is looked at. */
    public enum Part {
        /** Name and address of the sender. */
        FROM,
        /** Each recipient. */
        TO,
        SUBJECT,
        TEXT,
        /** What kind of program sent it (RFC 3834), such as {@code out-of-office}; {@code none} for people. */
        AUTOMATIC;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Part of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** How it is compared. */
    public enum Test {
        CONTAINS,
        STARTS,
        EQUALS,
        /** Somewhere in it a regular expression fits, in time that grows with the text and no faster. */
        REGEX;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Test of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What is done.
     *
     * @param queue null for the mailbox's own
     * @param priority null for the usual one
     * @param ignore true when the mail leads to nothing at all
     * @param attention true when a person must look at it
     */
    public record Action(@Nullable String queue, @Nullable Priority priority, boolean ignore, boolean attention) {}
}
