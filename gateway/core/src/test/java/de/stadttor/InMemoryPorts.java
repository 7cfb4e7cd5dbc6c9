package de.stadttor;

import de.stadttor.calls.InMemoryCallCodes;
import de.stadttor.calls.InMemoryCallRulebook;
import de.stadttor.calls.InMemoryCalls;
import de.stadttor.chats.InMemoryCannedReplies;
import de.stadttor.chats.InMemoryChatRulebook;
import de.stadttor.chats.InMemoryChats;
import de.stadttor.chats.InMemoryOperators;
import de.stadttor.civic.InMemoryApiKeys;
import de.stadttor.civic.InMemoryCivicServices;
import de.stadttor.civic.InMemoryPublications;
import de.stadttor.events.CountingIds;
import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.InMemoryLog;
import de.stadttor.events.MovableClock;
import de.stadttor.events.RecordedCommits;
import de.stadttor.forms.InMemoryEditions;
import de.stadttor.grants.InMemoryClients;
import de.stadttor.grants.InMemoryGrantStore;
import de.stadttor.guests.InMemoryCaseClaims;
import de.stadttor.guests.InMemoryGuestAccess;
import de.stadttor.idempotency.InMemoryRequestKeys;
import de.stadttor.intake.InMemoryQuarantine;
import de.stadttor.letters.InMemoryLetterTemplates;
import de.stadttor.logins.InMemoryLogins;
import de.stadttor.logins.InMemorySpentAssertions;
import de.stadttor.machines.InMemoryIntakeClients;
import de.stadttor.mailboxes.InMemoryFolders;
import de.stadttor.mandates.InMemoryMandates;
import de.stadttor.outbox.InMemoryOutbox;
import de.stadttor.people.InMemoryCitizenData;
import de.stadttor.people.InMemoryCitizens;
import de.stadttor.reactions.InMemoryClaims;
import de.stadttor.sessions.InMemorySessions;
import de.stadttor.shapes.InMemoryFormMappings;
import de.stadttor.signing.InMemoryKeyStore;
import de.stadttor.sorting.InMemorySortings;
import de.stadttor.teams.InMemoryColleagues;
import de.stadttor.teams.InMemoryTeamAddresses;
import de.stadttor.ticketing.InMemoryMerges;
import de.stadttor.ticketing.InMemoryMessages;
import de.stadttor.ticketing.InMemoryOriginals;
import de.stadttor.ticketing.InMemoryTicketNumbers;
import de.stadttor.ticketing.InMemoryTickets;
import java.time.Instant;

/** Everything in memory, over one database; the same promises as the real one, which the contracts check. */
public record InMemoryPorts(
        InMemoryDatabase unitOfWork,
        InMemoryLog log,
        RecordedCommits commits,
        InMemoryClaims claims,
        InMemoryRequestKeys requestKeys,
        InMemoryTickets tickets,
        InMemoryTicketNumbers ticketNumbers,
        InMemoryMessages messages,
        InMemoryOriginals originals,
        InMemorySortings sortings,
        InMemoryEditions editions,
        InMemoryCitizens citizens,
        InMemoryQuarantine quarantine,
        InMemoryOutbox outbox,
        InMemoryLetterTemplates letterTemplates,
        InMemoryGuestAccess guestAccess,
        InMemoryCaseClaims caseClaims,
        InMemoryMandates mandates,
        InMemoryClients clients,
        InMemoryGrantStore grants,
        InMemoryKeyStore keys,
        InMemoryCitizenData citizenData,
        InMemorySessions sessions,
        InMemoryLogins startedLogins,
        InMemorySpentAssertions spentAssertions,
        InMemoryMerges merges,
        InMemoryColleagues colleagues,
        InMemoryTeamAddresses teamAddresses,
        InMemoryFolders folderLeases,
        InMemoryCivicServices civicServices,
        InMemoryPublications publications,
        InMemoryApiKeys apiKeys,
        InMemoryFormMappings formMappings,
        InMemoryIntakeClients intakeClients,
        InMemoryCalls calls,
        InMemoryCallCodes callCodes,
        InMemoryCallRulebook callRulebook,
        InMemoryChats chats,
        InMemoryOperators operators,
        InMemoryChatRulebook chatRulebook,
        InMemoryCannedReplies cannedReplies,
        CountingIds ids,
        MovableClock clock)
        implements Ports {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    public static InMemoryPorts fresh() {
        var database = new InMemoryDatabase();
        var clock = new MovableClock(NOON);
        var ids = new CountingIds();
        var commits = new RecordedCommits();
        var log = new InMemoryLog(database, commits, clock);
        var messages = new InMemoryMessages(database);
        return new InMemoryPorts(
                database,
                log,
                commits,
                new InMemoryClaims(database, log, clock),
                new InMemoryRequestKeys(database, clock),
                new InMemoryTickets(database, messages),
                new InMemoryTicketNumbers(),
                messages,
                new InMemoryOriginals(database),
                new InMemorySortings(database),
                new InMemoryEditions(database),
                new InMemoryCitizens(database, ids),
                new InMemoryQuarantine(database),
                new InMemoryOutbox(database, clock),
                new InMemoryLetterTemplates(database),
                new InMemoryGuestAccess(database),
                new InMemoryCaseClaims(database),
                new InMemoryMandates(database),
                new InMemoryClients(database),
                new InMemoryGrantStore(database),
                new InMemoryKeyStore(database),
                new InMemoryCitizenData(database),
                new InMemorySessions(database),
                new InMemoryLogins(database),
                new InMemorySpentAssertions(database),
                new InMemoryMerges(database),
                new InMemoryColleagues(database),
                new InMemoryTeamAddresses(database),
                new InMemoryFolders(database, clock),
                new InMemoryCivicServices(database),
                new InMemoryPublications(database),
                new InMemoryApiKeys(database),
                new InMemoryFormMappings(database),
                new InMemoryIntakeClients(database),
                new InMemoryCalls(database),
                new InMemoryCallCodes(database),
                new InMemoryCallRulebook(database),
                new InMemoryChats(database, clock),
                new InMemoryOperators(database),
                new InMemoryChatRulebook(database),
                new InMemoryCannedReplies(database),
                ids,
                clock);
    }

    @Override
    public InMemoryFolders folderProgress() {
        return folderLeases;
    }

    @Override
    public InMemoryLog feeds() {
        return log;
    }

    @Override
    public InMemoryOutbox deliveries() {
        return outbox;
    }
}
