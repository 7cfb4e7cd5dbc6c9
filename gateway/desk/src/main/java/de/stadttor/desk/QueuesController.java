package de.stadttor.desk;

import de.stadttor.people.Caseworker;
import de.stadttor.ticketing.DeskTickets;
import de.stadttor.ticketing.Queue;
import de.stadttor.web.Cursors;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/desk/v1/queues")
final class QueuesController {

    private static final String FILTER = "queues";

    private final DeskTickets tickets;
    private final Cursors cursors;

    QueuesController(DeskTickets tickets, Cursors cursors) {
        this.tickets = tickets;
        this.cursors = cursors;
    }

    @GetMapping
    Mono<Page<QueueView>> listQueues(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caseworker caseworker) {
        String after = cursors.open(caseworker, FILTER, cursor);
        return Page.of(
                tickets.queues(caseworker)
                        .filter(queue -> after == null || queue.key().compareTo(after) > 0)
                        .take(limit.oneMore()),
                limit.value(),
                QueueView::of,
                last -> cursors.close(caseworker, FILTER, last.key()));
    }

    record QueueView(String key, String title, List<QueueField> customFields) {

        static QueueView of(Queue queue) {
            return new QueueView(queue.key(), queue.title(), QueueField.of(queue.customFields()));
        }
    }
}
