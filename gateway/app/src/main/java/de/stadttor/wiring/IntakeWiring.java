package de.stadttor.wiring;

import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.files.ContentStore;
import de.stadttor.files.Reception;
import de.stadttor.files.Scanner;
import de.stadttor.guests.AccessLinks;
import de.stadttor.guests.CaseClaims;
import de.stadttor.guests.ClaimedCases;
import de.stadttor.guests.GuestAccess;
import de.stadttor.guests.RevokedLinks;
import de.stadttor.idempotency.RequestKeys;
import de.stadttor.intake.Admission;
import de.stadttor.intake.Conversation;
import de.stadttor.intake.Intake;
import de.stadttor.intake.Quarantine;
import de.stadttor.intake.Threading;
import de.stadttor.intake.Twins;
import de.stadttor.outbox.Deliveries;
import de.stadttor.outbox.Outbox;
import de.stadttor.people.Citizens;
import de.stadttor.seals.SealMaker;
import de.stadttor.sharing.SharedWork;
import de.stadttor.store.Outages;
import de.stadttor.store.files.Clamd;
import de.stadttor.store.files.ScannerSettings;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.Merges;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.Originals;
import de.stadttor.ticketing.Queues;
import de.stadttor.ticketing.TicketNumbers;
import de.stadttor.ticketing.Tickets;
import de.stadttor.web.limits.Bottleneck;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScannerSettings.class)
class IntakeWiring {

    /** Measured, see docs/adr/0009. */
    private static final SharedWork.Bounds AT_THE_DOOR = new SharedWork.Bounds(2, 64, 256);

    /**
     * Three full turns: whoever comes later would wait longer than a person likes. Less than may wait, since some are
     * past this look and not yet in the queue.
     */
    private static final int CROWD = 192;

    /** As fine as the database keeps times, so that what is told first equals what is read later. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    @Bean
    @ConditionalOnMissingBean
    Scanner scanner(ScannerSettings settings) {
        return settings.host().isBlank()
                ? Scanner.NONE
                : new Clamd(settings.host(), settings.port(), settings.patience());
    }

    @Bean
    Reception reception(ContentStore contents, Scanner scanner, Ids ids) {
        return new Reception(contents, scanner, ids);
    }

    @Bean
    AccessLinks accessLinks(GuestAccess access, SealMaker seals, Ids ids, Clock clock) {
        return new AccessLinks(access, seals.seal("access-links"), new SecureRandom(), ids, clock);
    }

    @Bean
    RevokedLinks revokedLinks(Access access, GuestAccess links, Journal journal, UnitOfWork unitOfWork) {
        return new RevokedLinks(access, links, journal, unitOfWork);
    }

    @Bean
    ClaimedCases claimedCases(
            AccessLinks links,
            CaseClaims claims,
            Access access,
            Tickets tickets,
            Journal journal,
            UnitOfWork unitOfWork,
            SealMaker seals,
            Ids ids,
            Clock clock) {
        return new ClaimedCases(
                links, claims, access, tickets, journal, unitOfWork, seals.seal("claim-objections"), ids, clock);
    }

    @Bean
    Conversation conversation(
            Tickets tickets,
            Messages messages,
            Originals originals,
            Journal journal,
            Outbox outbox,
            Deliveries deliveries,
            Ids ids) {
        return new Conversation(tickets, messages, originals, journal, outbox, deliveries, ids);
    }

    @Bean
    Twins twins(RequestKeys keys, Tickets tickets, Messages messages) {
        return new Twins(keys, tickets, messages);
    }

    @Bean
    Admission admission(
            UnitOfWork unitOfWork,
            RequestKeys keys,
            Quarantine quarantine,
            Citizens citizens,
            Twins twins,
            Tickets tickets,
            Queues queues,
            Merges merges,
            Conversation conversation,
            AccessLinks links) {
        var threading = new Threading(tickets, queues, merges);
        return new Admission(unitOfWork, keys, quarantine, citizens, twins, threading, conversation, links);
    }

    @Bean
    Running intakeTurns(Intake intake) {
        return Running.beneath("intake", intake.open());
    }

    @Bean
    Bottleneck door(Intake intake) {
        return () -> intake.waiting() >= CROWD;
    }

    @Bean
    Intake intake(
            TicketNumbers numbers,
            Admission admission,
            Twins twins,
            RequestKeys keys,
            Conversation conversation,
            AccessLinks links,
            Ids ids,
            Clock clock) {
        return new Intake(
                numbers, admission, twins, keys, conversation, links, ids, clock, Outages::isOne, AT_THE_DOOR);
    }
}
