package de.stadttor.channels.email.inbound;

import de.stadttor.sorting.Sorting;
import de.stadttor.sorting.SortingRule;
import de.stadttor.sorting.Sortings;
import de.stadttor.ticketing.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;

/**
 * Where mails go that begin a ticket: by their mailbox, and by what administrators decided for it. That is looked up
 * now and then, not for every mail.
 */
final class MailRoutes {

    private static final Duration REMEMBERED = Duration.ofSeconds(3);
    private static final int MOST_MAILBOXES = 1000;

    private final String queue;
    private final Mono<Map<String, SortedMailbox>> mailboxes;

    /** @param queue of mailboxes of which nothing else is said */
    MailRoutes(String queue, Sortings sortings) {
        this.queue = queue;
        this.mailboxes = Mono.defer(
                        () -> sortings.list(null, MOST_MAILBOXES).collectMap(Sorting::mailbox, SortedMailbox::of))
                .cache(_ -> REMEMBERED, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    Mono<Route> of(ReadMail mail) {
        return mailboxes.map(known -> {
            SortedMailbox mailbox = known.get(mail.received().mailbox());
            return mailbox == null
                    ? new Route(queue, Priority.NORMAL, false, false)
                    : mailbox.route(SortableParts.of(mail.parsed()));
        });
    }

    /** @param rules those that are on, ready to be compared */
    private record SortedMailbox(String queue, List<PreparedRule> rules) {

        static SortedMailbox of(Sorting sorting) {
            return new SortedMailbox(
                    sorting.queue(),
                    sorting.rules().stream()
                            .filter(SortingRule::enabled)
                            .map(PreparedRule::of)
                            .toList());
        }

        Route route(SortableParts parts) {
            return rules.stream()
                    .filter(rule -> rule.fits(parts))
                    .findFirst()
                    .map(rule -> route(rule.then()))
                    .orElseGet(() -> new Route(queue, Priority.NORMAL, false, false));
        }

        private Route route(SortingRule.Action action) {
            return new Route(
                    Objects.requireNonNullElse(action.queue(), queue),
                    Objects.requireNonNullElse(action.priority(), Priority.NORMAL),
                    action.attention(),
                    action.ignore());
        }
    }
}
