package de.stadttor.wiring;

import de.stadttor.channels.email.mailbox.FolderReader;
import de.stadttor.channels.email.mailbox.FolderState.Phase;
import de.stadttor.channels.email.mailbox.FolderState.View;
import de.stadttor.wiring.MailboxWiring.FolderReaders;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when a mailbox has been unreadable for a while: mails wait, though nothing is lost. */
@Component("mailboxHealthIndicator")
final class MailboxHealth implements HealthIndicator {

    /** A restart of a mail server takes less. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final FolderReaders readers;
    private final Clock clock;

    MailboxHealth(FolderReaders readers, Clock clock) {
        this.readers = readers;
        this.clock = clock;
    }

    @Override
    public Health health() {
        var health = readers.all().stream().anyMatch(this::isDown) ? Health.down() : Health.up();
        for (FolderReader reader : readers.all()) {
            health.withDetail(
                    reader.state().folder().toString(), details(reader.state().view()));
        }
        return health.build();
    }

    private boolean isDown(FolderReader reader) {
        View view = reader.state().view();
        return view.phase() == Phase.FAILING
                && view.lastSuccess().plus(PATIENCE).isBefore(clock.instant());
    }

    private static Map<String, Object> details(View view) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("phase", view.phase());
        details.put("lastSuccess", view.lastSuccess());
        details.put("handled", view.handled());
        details.put("waiting", view.waiting());
        if (view.failure() != null) {
            details.put("failures", view.failures());
            details.put("failure", view.failure());
        }
        return details;
    }
}
