package de.stadttor.wiring;

import de.stadttor.civic.ApiKeys;
import de.stadttor.civic.CivicAdministration;
import de.stadttor.civic.CivicFormCheck;
import de.stadttor.civic.CivicServices;
import de.stadttor.civic.IssuedApiKeys;
import de.stadttor.civic.PublicRequests;
import de.stadttor.civic.Publications;
import de.stadttor.civic.ReleasedRequests;
import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.forms.Forms;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.Queues;
import de.stadttor.ticketing.Tickets;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CivicWiring {

    @Bean
    CivicAdministration civicAdministration(CivicServices services, Forms forms, CivicFormCheck check) {
        return new CivicAdministration(services, forms, check);
    }

    @Bean
    IssuedApiKeys issuedApiKeys(ApiKeys keys, UnitOfWork unitOfWork, OnceOnly once, Ids ids, Clock clock) {
        return new IssuedApiKeys(keys, unitOfWork, once, new SecureRandom(), ids, clock);
    }

    @Bean
    PublicRequests publicRequests(
            CivicServices services, Publications publications, Tickets tickets, Messages messages, Queues queues) {
        return new PublicRequests(services, publications, tickets, messages, queues);
    }

    @Bean
    ReleasedRequests releasedRequests(
            Access access,
            CivicServices services,
            Publications publications,
            Messages messages,
            Journal journal,
            UnitOfWork unitOfWork,
            Clock clock) {
        return new ReleasedRequests(access, services, publications, messages, journal, unitOfWork, clock);
    }
}
