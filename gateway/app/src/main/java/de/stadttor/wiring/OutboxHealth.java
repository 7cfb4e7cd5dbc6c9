package de.stadttor.wiring;

import de.stadttor.channels.email.outbound.MailCourier;
import de.stadttor.channels.email.outbound.OutboundSettings;
import de.stadttor.outbox.DeliveryLedger.Backlog;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while the relay is left alone since it does not answer: mails wait, though nothing is lost. */
@Component("outboxHealthIndicator")
final class OutboxHealth implements HealthIndicator {

    private final OutboundSettings settings;
    private final MailCourier courier;
    private final OutboxWatch watch;

    OutboxHealth(OutboundSettings settings, MailCourier courier, OutboxWatch watch) {
        this.settings = settings;
        this.courier = courier;
        this.watch = watch;
    }

    @Override
    public Health health() {
        Backlog backlog = watch.latest();
        return (courier.ready() ? Health.up() : Health.down())
                .withDetail("relay", settings.configured() ? settings.relay().toString() : "none")
                .withDetail("waiting", backlog.waiting())
                .withDetail("late", backlog.late())
                .withDetail("failed", backlog.failed())
                .build();
    }
}
