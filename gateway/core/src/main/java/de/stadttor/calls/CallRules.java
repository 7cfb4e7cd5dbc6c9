package de.stadttor.calls;

import de.stadttor.ticketing.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of calls, as administrators decide.
 *
 * @param rules in their order; the first one that fits makes a ticket, and without any there is none
 * @param version counts every change; 0 while nobody has decided anything
 */
public record CallRules(List<CallRule> rules, Missed missed, long version) {

    public CallRules {
        rules = List.copyOf(rules);
    }

    /**
     * Until somebody decides otherwise: whatever an agent wishes and whatever somebody took becomes a ticket, and who
     * got nobody is called back within a day.
     *
     * @param queue key of the queue for all of them
     */
    public static CallRules usual(String queue) {
        var then = new CallRule.Then(queue, null);
        return new CallRules(
                List.of(
                        new CallRule("Wunsch", true, when(false, true), then),
                        new CallRule("Gespräch", true, when(true, false), then)),
                new Missed(true, queue, Map.of(), Duration.ofDays(1), Priority.NORMAL),
                0);
    }

    /** @param words of the call; empty where nothing was said, or may be kept */
    Optional<CallRule.Then> decide(Course course, String words) {
        String said = words.toLowerCase(Locale.GERMAN);
        return rules.stream()
                .filter(rule -> rule.fits(course, said))
                .findFirst()
                .map(CallRule::then);
    }

    /** The same while a call goes on: only a wish need not wait. */
    Optional<CallRule.Then> decideEarly(Course course) {
        return rules.stream()
                .filter(rule -> rule.when().wanted() && rule.fits(course, ""))
                .findFirst()
                .map(CallRule::then);
    }

    /** Whether it matters what was said. */
    boolean listen() {
        return rules.stream()
                .anyMatch(rule -> rule.enabled() && !rule.when().keywords().isEmpty());
    }

    private static CallRule.When when(boolean answered, boolean wanted) {
        return new CallRule.When(
                answered ? CallDirection.INBOUND : null, Set.of(), answered, null, null, Set.of(), wanted);
    }

    /**
     * What becomes of callers who got nobody, if their number is known.
     *
     * @param callBack whether they are called back
     * @param queue key of the queue that does it
     * @param queues keys of others, by the telephone system's queue
     * @param within how soon
     */
    public record Missed(
            boolean callBack, String queue, Map<String, String> queues, Duration within, Priority priority) {
        public Missed {
            queues = Map.copyOf(queues);
        }

        String queueOf(Course course) {
            return course.queue() == null ? queue : queues.getOrDefault(course.queue(), queue);
        }
    }
}
