package de.stadttor.channels.email.team;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.channels.email.outbound.Letter;
import de.stadttor.channels.email.outbound.Letter.Trait;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.Casebook;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.InMemoryQueues;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.TestQueues;
import de.stadttor.ticketing.TestTickets;
import de.stadttor.ticketing.Ticket;
import de.stadttor.web.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeamLettersTest {

    private static final String ADDRESS = "team@stadt.example";
    private static final Recipient TEAM = new Recipient.OfQueue(TestTickets.QUEUE);

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final TeamLetters letters = new TeamLetters(
            ports.tickets(),
            ports.messages(),
            ports.log(),
            ports.teamAddresses(),
            _ -> AssuranceLevel.BASIC,
            new Texts(),
            "https://stadttor.example/desk/tickets/");

    @Test
    void tellTheWordsOfACitizenAndHowToAnswer() {
        ports.teamAddresses().put(TestTickets.QUEUE, ADDRESS).block();
        Letter letter = write(ticket(AssuranceLevel.BASIC), 2);

        assertThat(letter.to()).isEqualTo(ADDRESS);
        assertThat(letter.subject()).startsWith("[2026-").contains("Neue Nachricht: Wespennest im Hof");
        assertThat(letter.body().text())
                .startsWith(Answer.LINE)
                .contains("Es summt {0} im 'Hof'.", "#intern", "#an <Warteschlange>", "https://stadttor.example/desk/");
        assertThat(letter.traits()).containsExactlyInAnyOrder(Trait.AUTOMATIC, Trait.REPLYABLE);
    }

    @Test
    void sayNothingOfWhatMailMayNotCarry() {
        ports.teamAddresses().put(TestTickets.QUEUE, ADDRESS).block();
        Letter letter = write(ticket(AssuranceLevel.HIGH), 2);

        assertThat(letter.subject()).doesNotContain("Wespennest");
        assertThat(letter.body().text())
                .contains("geschützt", "https://stadttor.example/desk/")
                .doesNotContain("summt", "Wespennest", "Erika", "#intern");
    }

    @Test
    void reachNoTeamWithoutAnAddress() {
        assertThat(write(ticket(AssuranceLevel.BASIC), 1)).isNull();
    }

    @Test
    void tellATeamNothingOfATicketThatHasLeftIt() {
        ports.teamAddresses().put("tiere", ADDRESS).block();
        Ticket ticket = ticket(AssuranceLevel.BASIC);

        assertThat(letters.write(item(ticket, Kind.NOTICE, new Recipient.OfQueue("tiere"), 1))
                        .block())
                .isNull();
    }

    @Test
    void tellAColleagueThatTheirAnswerWasNotPublished() {
        Ticket ticket = ticket(AssuranceLevel.BASIC);
        Letter letter = letters.write(
                        item(ticket, Kind.REPLY_NOTED, new Recipient.OfAddress("e.garten@stadt.example"), 3))
                .block();

        assertThat(letter.to()).isEqualTo("e.garten@stadt.example");
        assertThat(letter.body().text())
                .contains("interne Notiz", ticket.number().toString());
        assertThat(letter.traits()).containsExactly(Trait.AUTOMATIC);
    }

    @Test
    void areForTeamsAndNotForCitizens() {
        Ticket ticket = ticket(AssuranceLevel.BASIC);

        assertThat(letters.writes(item(ticket, Kind.NOTICE, TEAM, 1))).isTrue();
        assertThat(letters.writes(item(ticket, Kind.NOTICE, new Recipient.OfCitizen("c"), 1)))
                .isFalse();
    }

    private @Nullable Letter write(Ticket ticket, long cause) {
        return letters.write(item(ticket, Kind.NOTICE, TEAM, cause)).block();
    }

    private OutboxItem item(Ticket ticket, Kind kind, Recipient recipient, long cause) {
        return new OutboxItem(
                ports.ids().next(),
                kind,
                recipient,
                ticket.id(),
                cause,
                ports.clock().instant());
    }

    /** With one message of its citizen, which is the second event. */
    private Ticket ticket(AssuranceLevel level) {
        var queues = new InMemoryQueues(TestQueues.gardening(), TestQueues.animals());
        var journal = new Journal(ports.log(), ports.tickets(), _ -> Set.of());
        var casebook = new Casebook(ports.tickets(), ports.messages(), queues, journal, ports.clock());
        return TestTickets.unknownTo(ports)
                .map(fresh -> TestTickets.change(fresh).level(level).done())
                .flatMap(fresh -> TestTickets.stored(
                        ports, fresh, new CitizenId(ports.ids().next())))
                .flatMap(stored -> ports.unitOfWork().commit(() -> {
                    Message message = message(stored);
                    var step = stored.hearFromCitizen(message, Duration.ofDays(1), message.createdAt());
                    return casebook.add(message, step);
                }))
                .block();
    }

    private Message message(Ticket ticket) {
        return new Message(
                new MessageId(ports.ids().next()),
                ticket.id(),
                Direction.FROM_CITIZEN,
                Channel.PORTAL,
                "citizen",
                null,
                "Es summt {0} im 'Hof'.",
                null,
                List.of(),
                ports.clock().instant());
    }
}
