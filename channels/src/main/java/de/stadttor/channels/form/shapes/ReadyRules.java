package de.stadttor.channels.form.shapes;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.refusal.Refused;
import de.stadttor.shapes.FormMapping;
import de.stadttor.shapes.RulesCheck;
import de.stadttor.web.BadRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;

/** Makes rules ready, once as long as their mapping stays as it is, and follows them on few threads of their own. */
@Component
final class ReadyRules implements RulesCheck {

    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 200;
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final Processor processor = ClosedWorld.processor();
    private final Scheduler workers;

    /** An administrator who mends slow rules does not wait for documents that follow them. */
    private final Scheduler checks = Schedulers.newBoundedElastic(1, MOST_WAITING, "form-mapping-check");

    private final ConcurrentHashMap<String, Ready> ready = new ConcurrentHashMap<>();

    ReadyRules() {
        this(Schedulers.newBoundedElastic(AT_ONCE, MOST_WAITING, "form-mapping"));
    }

    ReadyRules(Scheduler workers) {
        this.workers = workers;
    }

    /** Refused when the document does not go with the rules, and while too many documents wait. */
    Mono<byte[]> follow(FormMapping mapping, byte[] document) {
        return Mono.fromCallable(() -> of(mapping))
                .onErrorMap(ReadyRules::isUnusable, MappingFailure::of)
                .map(rules -> rules.follow(document))
                .subscribeOn(workers)
                .onErrorMap(RejectedExecutionException.class, _ -> busy());
    }

    @Override
    public Mono<List<Fault>> faults(FormMapping mapping) {
        return Mono.fromCallable(() -> {
                    made(mapping);
                    return List.<Fault>of();
                })
                .subscribeOn(checks)
                .onErrorResume(
                        ReadyRules::isUnusable, _ -> Mono.just(List.of(new Fault("/rules", "unusable-rules", ""))))
                .onErrorMap(RejectedExecutionException.class, _ -> busy());
    }

    private static Refused busy() {
        return new Refused(new Refusal.Busy(COME_AGAIN));
    }

    private static boolean isUnusable(Throwable failure) {
        return failure instanceof SaxonApiException
                || failure instanceof BadRequest
                || failure instanceof Refused
                || failure instanceof JacksonException
                || failure instanceof IllegalArgumentException;
    }

    private Rules of(FormMapping mapping) throws SaxonApiException {
        Ready known = ready.get(mapping.name());
        if (known != null && known.mapping().equals(mapping)) {
            return known.rules();
        }
        Rules rules = made(mapping);
        ready.put(mapping.name(), new Ready(mapping, rules));
        return rules;
    }

    private Rules made(FormMapping mapping) throws SaxonApiException {
        return switch (mapping.kind()) {
            case XSLT -> new Stylesheet(processor, mapping.rules());
            case XPATH -> new PathTable(processor, mapping.rules());
            case SCHEMA -> document -> document;
        };
    }

    /** @param mapping the whole of it: one that was removed and made anew counts its versions from the first again */
    private record Ready(FormMapping mapping, Rules rules) {}
}
