package de.stadttor.wiring;

import de.stadttor.events.EventLog;
import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.idempotency.RequestKeys;
import de.stadttor.mandates.Mandates;
import de.stadttor.mandates.RecordedMandates;
import de.stadttor.mandates.Representatives;
import de.stadttor.privacy.Audit;
import de.stadttor.reactions.Consumer;
import de.stadttor.sorting.Patterns;
import de.stadttor.sorting.SortingAdministration;
import de.stadttor.sorting.Sortings;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.Casebook;
import de.stadttor.ticketing.CitizenTickets;
import de.stadttor.ticketing.DeskOriginals;
import de.stadttor.ticketing.DeskTickets;
import de.stadttor.ticketing.Erasure;
import de.stadttor.ticketing.Evidence;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.MergedTickets;
import de.stadttor.ticketing.Merges;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.Originals;
import de.stadttor.ticketing.PeriodAdministration;
import de.stadttor.ticketing.QueueAdministration;
import de.stadttor.ticketing.QueueDefinitions;
import de.stadttor.ticketing.QueuePeriods;
import de.stadttor.ticketing.Queues;
import de.stadttor.ticketing.Retention;
import de.stadttor.ticketing.Tickets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TicketingWiring {

    @Bean
    Access access(Tickets tickets) {
        return new Access(tickets);
    }

    @Bean
    OnceOnly onceOnly(RequestKeys keys) {
        return new OnceOnly(keys);
    }

    @Bean
    Journal journal(EventLog log, Tickets tickets, List<Consumer> consumers) {
        return new Journal(
                log,
                tickets,
                kind -> consumers.stream()
                        .filter(consumer -> consumer.wants(kind))
                        .map(Consumer::name)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Bean
    Representatives representatives(Mandates mandates, Clock clock) {
        return new Representatives(mandates, clock);
    }

    @Bean
    RecordedMandates recordedMandates(
            Access access,
            Tickets tickets,
            Mandates mandates,
            Journal journal,
            UnitOfWork unitOfWork,
            OnceOnly once,
            Audit audit,
            Ids ids,
            Clock clock) {
        return new RecordedMandates(access, tickets, mandates, journal, unitOfWork, once, audit, ids, clock);
    }

    @Bean
    CitizenTickets citizenTickets(
            Access access,
            Tickets tickets,
            Messages messages,
            Queues queues,
            Journal journal,
            UnitOfWork unitOfWork,
            OnceOnly once,
            Evidence evidence,
            Ids ids,
            Clock clock) {
        return new CitizenTickets(access, tickets, messages, queues, journal, unitOfWork, once, evidence, ids, clock);
    }

    @Bean
    Retention retention(Erasure erasure, Tickets tickets, EventLog log, UnitOfWork unitOfWork) {
        return new Retention(erasure, tickets, log, unitOfWork);
    }

    @Bean
    MergedTickets mergedTickets(Tickets tickets, Merges merges, Journal journal, UnitOfWork unitOfWork, Clock clock) {
        return new MergedTickets(tickets, merges, journal, unitOfWork, clock);
    }

    @Bean
    Casebook casebook(Tickets tickets, Messages messages, Queues queues, Journal journal, Clock clock) {
        return new Casebook(tickets, messages, queues, journal, clock);
    }

    @Bean
    DeskTickets deskTickets(
            Access access,
            Tickets tickets,
            Messages messages,
            Originals originals,
            Queues queues,
            Casebook casebook,
            EventLog log,
            UnitOfWork unitOfWork,
            OnceOnly once,
            Audit audit,
            Ids ids,
            Clock clock) {
        return new DeskTickets(
                access, tickets, messages, originals, queues, casebook, log, unitOfWork, once, audit, ids, clock);
    }

    @Bean
    DeskOriginals deskOriginals(Access access, Messages messages, Originals originals, Audit audit) {
        return new DeskOriginals(access, messages, originals, audit);
    }

    @Bean
    SortingAdministration sortingAdministration(Sortings sortings, Queues queues, Patterns patterns) {
        return new SortingAdministration(sortings, queues, patterns);
    }

    @Bean
    QueueAdministration queueAdministration(QueueDefinitions queues) {
        return new QueueAdministration(queues);
    }

    @Bean
    PeriodAdministration periodAdministration(QueuePeriods periods) {
        return new PeriodAdministration(periods);
    }
}
