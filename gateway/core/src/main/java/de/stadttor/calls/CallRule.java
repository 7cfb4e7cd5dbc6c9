package de.stadttor.calls;

import de.stadttor.ticketing.Priority;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which calls become tickets.
 *
 * @param name for people
 * @param enabled a rule that is off fits nothing
 */
public record CallRule(String name, boolean enabled, When when, Then then) {

    /** @param words in small letters */
    boolean fits(Course course, String words) {
        return enabled && when.fits(course, words);
    }

    /**
     * Conditions that must all hold.
     *
     * @param direction null for either
     * @param queues of the telephone system; empty for any
     * @param answered true when somebody must have taken the call
     * @param minSeconds they must have spoken so long at least; null for any length
     * @param maxSeconds likewise at most
     * @param keywords one of which must have been said; empty for any words, or none
     * @param wanted true when an agent must wish a ticket
     */
    public record When(
            @Nullable CallDirection direction,
            Set<String> queues,
            boolean answered,
            @Nullable Integer minSeconds,
            @Nullable Integer maxSeconds,
            Set<String> keywords,
            boolean wanted) {
        public When {
            queues = Set.copyOf(queues);
            keywords = Set.copyOf(keywords);
        }

        private boolean fits(Course course, String words) {
            return (direction == null || direction == directionOf(course))
                    && (queues.isEmpty() || (course.queue() != null && queues.contains(course.queue())))
                    && (!answered || course.answeredAt() != null)
                    && fitsLength(course.talk().toSeconds())
                    && (keywords.isEmpty() || saidIn(words))
                    && (!wanted || course.wanted());
        }

        private boolean fitsLength(long seconds) {
            return (minSeconds == null || seconds >= minSeconds) && (maxSeconds == null || seconds <= maxSeconds);
        }

        private boolean saidIn(String words) {
            return keywords.stream().anyMatch(word -> words.contains(word.toLowerCase(Locale.GERMAN)));
        }

        private static CallDirection directionOf(Course course) {
            return course.direction() == null ? CallDirection.INBOUND : course.direction();
        }
    }

    /** @param priority null for the usual one */
    public record Then(String queue, @Nullable Priority priority) {}
}
