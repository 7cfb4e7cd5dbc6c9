package de.stadttor.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.events.TestFacts;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.people.TestCitizens;
import de.stadttor.privacy.Audit;
import de.stadttor.privacy.AuditTrail;
import de.stadttor.ticketing.Evidence;
import de.stadttor.ticketing.MessageId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** What is on record of those who read: by caseworkers always, by citizens the first time. */
@StoreTest
class ReadRecordsTest {

    @Autowired
    private Ports ports;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Evidence evidence;

    @Autowired
    private DatabaseClient database;

    @Test
    void holdEveryLookAtACase() {
        Citizen reader = citizen(AssuranceLevel.LOW);
        var subject = Audit.Subject.of("ticket", ports.ids().next());
        var at = ports.clock().instant();
        var look = new AuditTrail.Look(reader.reference(), subject, at);
        var list = new AuditTrail.Look(reader.reference(), Audit.Subject.list("tickets"), at);
        trail.write(List.of(look, list)).then(trail.write(List.of(look))).block();
        assertThat(count("SELECT COUNT(*) FROM read_audit WHERE reader = :of", reader.reference()))
                .isEqualTo(3);
    }

    @Test
    void holdTheFirstOpeningOfAMessageWithItsLevel() {
        Citizen weak = citizen(AssuranceLevel.LOW);
        Citizen strong = TestCitizens.loggedIn(weak.id(), AssuranceLevel.HIGH);
        var first = new MessageId(ports.ids().next());
        var second = new MessageId(ports.ids().next());
        evidence.opened(weak, List.of(first)).block();
        ports.clock().advance(Duration.ofMinutes(1));
        evidence.opened(strong, List.of(first, second)).block();
        evidence.opened(strong, List.of()).block();
        assertThat(level(first)).isEqualTo("low");
        assertThat(level(second)).isEqualTo("high");
    }

    private Citizen citizen(AssuranceLevel level) {
        return TestCitizens.loggedIn(TestFacts.citizen(ports), level);
    }

    private String level(MessageId message) {
        return database.sql("SELECT level FROM message_opening WHERE message = :message")
                .bind("message", message.value())
                .map(row -> Columns.text(row, "level"))
                .one()
                .block();
    }

    private Long count(String sql, String of) {
        return database.sql(sql)
                .bind("of", of)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }
}
