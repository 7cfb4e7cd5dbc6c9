package de.stadttor.wiring;

import de.stadttor.privacy.AuditTrail;
import de.stadttor.privacy.SharedAudit;
import de.stadttor.store.Outages;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PrivacyWiring {

    @Bean
    SharedAudit audit(AuditTrail trail, Clock clock) {
        return new SharedAudit(trail, clock, Outages::isOne);
    }

    @Bean
    Running auditTurns(SharedAudit audit) {
        return Running.beneath("audit", audit.open());
    }
}
