package de.stadttor.store;

import de.stadttor.Ports;
import de.stadttor.events.EventLog;
import de.stadttor.events.Feeds;
import de.stadttor.events.Ids;
import de.stadttor.events.MovableClock;
import de.stadttor.events.RecordedCommits;
import de.stadttor.events.UnitOfWork;
import de.stadttor.grants.Clients;
import de.stadttor.grants.GrantStore;
import de.stadttor.guests.CaseClaims;
import de.stadttor.guests.GuestAccess;
import de.stadttor.idempotency.RequestKeys;
import de.stadttor.intake.Quarantine;
import de.stadttor.logins.SpentAssertions;
import de.stadttor.logins.StartedLogins;
import de.stadttor.outbox.Outbox;
import de.stadttor.people.CitizenData;
import de.stadttor.people.Citizens;
import de.stadttor.reactions.Claims;
import de.stadttor.sessions.Sessions;
import de.stadttor.signing.KeyStore;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.TicketNumbers;
import de.stadttor.ticketing.Tickets;
import org.springframework.stereotype.Component;

/** The store's implementations, for the contracts. */
@Component
record R2dbcPorts(
        UnitOfWork unitOfWork,
        EventLog log,
        Feeds feeds,
        RecordedCommits commits,
        Claims claims,
        RequestKeys requestKeys,
        Tickets tickets,
        TicketNumbers ticketNumbers,
        Messages messages,
        Citizens citizens,
        Quarantine quarantine,
        Outbox outbox,
        GuestAccess guestAccess,
        Clients clients,
        GrantStore grants,
        KeyStore keys,
        CitizenData citizenData,
        Sessions sessions,
        StartedLogins startedLogins,
        SpentAssertions spentAssertions,
        CaseClaims caseClaims,
        Ids ids,
        MovableClock clock)
        implements Ports {}
