package de.stadttor.wiring;

import de.stadttor.channels.email.mailbox.FolderState;
import de.stadttor.channels.email.mailbox.FolderState.Phase;
import de.stadttor.wiring.MailboxWiring.FolderReaders;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How each mailbox goes, for whoever watches: mails, what waits, how old the oldest is, and when all was well last. */
@Component
final class MailboxMetrics implements MeterBinder {

    private final FolderReaders readers;
    private final Clock clock;

    MailboxMetrics(FolderReaders readers, Clock clock) {
        this.readers = readers;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        readers.all().forEach(reader -> bind(reader.state(), registry));
    }

    private void bind(FolderState state, MeterRegistry registry) {
        var tags = Tags.of(
                "mailbox", state.folder().mailbox(), "folder", state.folder().folder());
        FunctionCounter.builder(
                        "stadttor.mailbox.mails", state, each -> each.view().handled())
                .tags(tags)
                .register(registry);
        Gauge.builder("stadttor.mailbox.waiting", state, each -> each.view().waiting())
                .tags(tags)
                .register(registry);
        Gauge.builder(
                        "stadttor.mailbox.lag",
                        state,
                        each -> secondsSince(each.view().oldest()))
                .tags(tags)
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder(
                        "stadttor.mailbox.since.success",
                        state,
                        each -> secondsSince(each.view().lastSuccess()))
                .tags(tags)
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("stadttor.mailbox.failing", state, each -> each.view().phase() == Phase.FAILING ? 1 : 0)
                .tags(tags)
                .register(registry);
    }

    private double secondsSince(@Nullable Instant instant) {
        return instant == null ? 0 : Duration.between(instant, clock.instant()).toMillis() / 1000.0;
    }
}
