package de.stadttor;

import de.stadttor.calls.CallCodes;
import de.stadttor.calls.CallRulebook;
import de.stadttor.calls.Calls;
import de.stadttor.chats.CannedReplies;
import de.stadttor.chats.ChatRulebook;
import de.stadttor.chats.Chats;
import de.stadttor.chats.Operators;
import de.stadttor.civic.ApiKeys;
import de.stadttor.civic.CivicServices;
import de.stadttor.civic.Publications;
import de.stadttor.events.EventLog;
import de.stadttor.events.Feeds;
import de.stadttor.events.Ids;
import de.stadttor.events.MovableClock;
import de.stadttor.events.RecordedCommits;
import de.stadttor.events.UnitOfWork;
import de.stadttor.forms.Editions;
import de.stadttor.grants.Clients;
import de.stadttor.grants.GrantStore;
import de.stadttor.guests.CaseClaims;
import de.stadttor.guests.GuestAccess;
import de.stadttor.idempotency.RequestKeys;
import de.stadttor.intake.Quarantine;
import de.stadttor.letters.LetterTemplates;
import de.stadttor.logins.SpentAssertions;
import de.stadttor.logins.StartedLogins;
import de.stadttor.machines.IntakeClients;
import de.stadttor.mailboxes.FolderLeases;
import de.stadttor.mailboxes.FolderProgress;
import de.stadttor.mandates.Mandates;
import de.stadttor.outbox.DeliveryLedger;
import de.stadttor.outbox.Outbox;
import de.stadttor.people.CitizenData;
import de.stadttor.people.Citizens;
import de.stadttor.reactions.Claims;
import de.stadttor.sessions.Sessions;
import de.stadttor.shapes.FormMappings;
import de.stadttor.signing.KeyStore;
import de.stadttor.sorting.Sortings;
import de.stadttor.teams.Colleagues;
import de.stadttor.teams.TeamAddresses;
import de.stadttor.ticketing.Merges;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.Originals;
import de.stadttor.ticketing.TicketNumbers;
import de.stadttor.ticketing.Tickets;

/** Implementations of the core's ports that belong together: one database, one clock. */
public interface Ports {

    UnitOfWork unitOfWork();

    EventLog log();

    Feeds feeds();

    /** What the log told after its commits. */
    RecordedCommits commits();

    Claims claims();

    RequestKeys requestKeys();

    Tickets tickets();

    TicketNumbers ticketNumbers();

    Messages messages();

    Originals originals();

    Sortings sortings();

    Editions editions();

    Citizens citizens();

    Quarantine quarantine();

    Outbox outbox();

    DeliveryLedger deliveries();

    LetterTemplates letterTemplates();

    GuestAccess guestAccess();

    CaseClaims caseClaims();

    Mandates mandates();

    Clients clients();

    GrantStore grants();

    KeyStore keys();

    CitizenData citizenData();

    Sessions sessions();

    StartedLogins startedLogins();

    SpentAssertions spentAssertions();

    Merges merges();

    Colleagues colleagues();

    TeamAddresses teamAddresses();

    FolderLeases folderLeases();

    FolderProgress folderProgress();

    CivicServices civicServices();

    Publications publications();

    ApiKeys apiKeys();

    FormMappings formMappings();

    IntakeClients intakeClients();

    Calls calls();

    CallCodes callCodes();

    CallRulebook callRulebook();

    Chats chats();

    Operators operators();

    ChatRulebook chatRulebook();

    CannedReplies cannedReplies();

    Ids ids();

    MovableClock clock();
}
