package de.stadttor.wiring;

import de.stadttor.channels.email.outbound.OutboundSettings;
import de.stadttor.channels.email.team.TeamLetters;
import de.stadttor.events.EventLog;
import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.outbox.Outbox;
import de.stadttor.teams.Colleagues;
import de.stadttor.teams.MailedAnswers;
import de.stadttor.teams.TeamAddresses;
import de.stadttor.teams.TeamAdministration;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.Casebook;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.Originals;
import de.stadttor.ticketing.Queues;
import de.stadttor.ticketing.Tickets;
import de.stadttor.web.Texts;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TeamWiring {

    @Bean
    TeamAdministration teamAdministration(Colleagues colleagues, TeamAddresses addresses, Queues queues) {
        return new TeamAdministration(colleagues, addresses, queues);
    }

    @Bean
    MailedAnswers mailedAnswers(
            Access access,
            Tickets tickets,
            Casebook casebook,
            Originals originals,
            Outbox outbox,
            UnitOfWork unitOfWork,
            OnceOnly once,
            OutboundSettings mail,
            Ids ids,
            Clock clock) {
        return new MailedAnswers(
                access, tickets, casebook, originals, outbox, unitOfWork, once, mail::carries, ids, clock);
    }

    @Bean
    TeamLetters teamLetters(
            Tickets tickets,
            Messages messages,
            EventLog log,
            TeamAddresses addresses,
            OutboundSettings mail,
            Texts texts,
            @Value("${stadttor.mail.desk}") String desk) {
        return new TeamLetters(tickets, messages, log, addresses, mail::carries, texts, desk);
    }
}
