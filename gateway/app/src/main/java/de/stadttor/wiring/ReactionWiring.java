package de.stadttor.wiring;

import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.outbox.LiveConversations;
import de.stadttor.outbox.Notices;
import de.stadttor.outbox.Outbox;
import de.stadttor.reactions.Claims;
import de.stadttor.reactions.Worker;
import de.stadttor.ticketing.Tickets;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReactionWiring {

    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final int LANES = 2;

    @Bean
    Notices notices(Outbox outbox, Tickets tickets, LiveConversations conversations, Ids ids) {
        return new Notices(outbox, tickets, conversations, ids);
    }

    @Bean
    Running noticeWorker(
            Claims claims,
            UnitOfWork unitOfWork,
            Notices notices,
            Wakeups wakeups,
            Ids ids,
            @Value("${stadttor.reactions.lease}") Duration leaseTime) {
        var lease = new Worker.Lease(ids.next().toString(), leaseTime, LANES);
        var worker = new Worker(claims, unitOfWork, notices, lease);
        return Running.beside(notices.name(), worker.run(wakeups.of(notices.name()), SWEEP));
    }
}
