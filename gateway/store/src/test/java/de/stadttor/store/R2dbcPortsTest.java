package de.stadttor.store;

import de.stadttor.Ports;
import de.stadttor.calls.CallRulebookContract;
import de.stadttor.calls.CallsContract;
import de.stadttor.chats.ChatsContract;
import de.stadttor.civic.CivicContract;
import de.stadttor.events.EventLogContract;
import de.stadttor.events.FeedsContract;
import de.stadttor.forms.EditionsContract;
import de.stadttor.grants.ClientsContract;
import de.stadttor.grants.GrantStoreContract;
import de.stadttor.guests.CaseClaimsContract;
import de.stadttor.guests.GuestAccessContract;
import de.stadttor.idempotency.RequestKeysContract;
import de.stadttor.intake.QuarantineContract;
import de.stadttor.letters.LetterTemplatesContract;
import de.stadttor.logins.StartedLoginsContract;
import de.stadttor.machines.IntakeClientsContract;
import de.stadttor.mailboxes.FoldersContract;
import de.stadttor.mandates.MandatesContract;
import de.stadttor.outbox.DeliveryLedgerContract;
import de.stadttor.outbox.OutboxContract;
import de.stadttor.people.CitizenDataContract;
import de.stadttor.people.CitizensContract;
import de.stadttor.reactions.ClaimsContract;
import de.stadttor.sessions.SessionsContract;
import de.stadttor.shapes.FormMappingsContract;
import de.stadttor.signing.KeyStoreContract;
import de.stadttor.sorting.SortingsContract;
import de.stadttor.teams.TeamsContract;
import de.stadttor.ticketing.MergesContract;
import de.stadttor.ticketing.MessagesContract;
import de.stadttor.ticketing.OriginalsContract;
import de.stadttor.ticketing.TicketNumbersContract;
import de.stadttor.ticketing.TicketsContract;
import org.springframework.beans.factory.annotation.Autowired;

/** The ports' promises, kept by MariaDB. */
@StoreTest
class R2dbcPortsTest
        implements EventLogContract,
                FeedsContract,
                ClaimsContract,
                RequestKeysContract,
                TicketsContract,
                TicketNumbersContract,
                MessagesContract,
                OriginalsContract,
                SortingsContract,
                EditionsContract,
                CitizensContract,
                QuarantineContract,
                OutboxContract,
                DeliveryLedgerContract,
                LetterTemplatesContract,
                GuestAccessContract,
                CaseClaimsContract,
                MandatesContract,
                MergesContract,
                TeamsContract,
                FoldersContract,
                CallsContract,
                CallRulebookContract,
                ChatsContract,
                ClientsContract,
                GrantStoreContract,
                KeyStoreContract,
                CitizenDataContract,
                SessionsContract,
                StartedLoginsContract,
                FormMappingsContract,
                IntakeClientsContract,
                CivicContract {

    @Autowired
    private Ports ports;

    @Override
    public Ports ports() {
        return ports;
    }
}
