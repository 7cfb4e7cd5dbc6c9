package de.stadttor.forms;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Queue;
import de.stadttor.ticketing.Queues;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What every form must satisfy before it is saved. */
public final class FormRules {

    private final Queues queues;
    private final FormContent content;

    public FormRules(Queues queues, FormContent content) {
        this.queues = queues;
        this.content = content;
    }

    /**
     * Refused with every fault there is, by pointer into the definition. Off the event loop: a hostile schema may take
     * tenths of a second to see through, and what checks it may read files the first time.
     */
    Mono<Void> check(Form form) {
        return queues.find(form.queue())
                .map(Queue::key)
                .defaultIfEmpty("")
                .publishOn(Schedulers.boundedElastic())
                .doOnNext(queue -> refuseFaults(form, !queue.isEmpty()))
                .then();
    }

    private void refuseFaults(Form form, boolean queueExists) {
        List<Fault> faults = new ArrayList<>(content.faults(form));
        if (!queueExists) {
            faults.add(new Fault("/queue", "unknown-queue", ""));
        }
        // What somebody said under a firm identity is not shown to a weaker one.
        if (!form.readLevel().satisfies(form.submitLevel())) {
            faults.add(new Fault("/readLevel", "below-submit-level", ""));
        }
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Invalid(faults));
        }
    }
}
