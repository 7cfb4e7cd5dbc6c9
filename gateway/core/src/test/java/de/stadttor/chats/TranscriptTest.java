package de.stadttor.chats;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.chats.CitizenTalk.Place;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.people.TestCitizens;
import de.stadttor.people.VerifiedDatum;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** A citizen wants to have what was said. */
class TranscriptTest {

    private final TestOffice office = new TestOffice();
    private final CitizenId citizen = new CitizenId(office.ports.ids().next());
    private final Place place = Place.of(opened());

    @Test
    void isMailedOnceWhenTheChatIsOver() {
        confirmed();
        office.talk.mail(place).then(office.talk.mail(place)).block();
        assertThat(transcripts()).isEmpty();
        office.talk.close(place).then(office.talk.mail(place)).block();

        assertThat(transcripts())
                .singleElement()
                .extracting(OutboxItem::recipient)
                .isEqualTo(new OutboxItem.Recipient.OfCitizen(citizen.toString()));
    }

    @Test
    void isMailedAtOnceToWhoAsksAfterTheEnd() {
        confirmed();
        office.talk.close(place).then(office.talk.mail(place)).block();

        assertThat(transcripts()).hasSize(1);
    }

    @Test
    void isNotMailedToWhoDoesNotAsk() {
        confirmed();
        office.talk.close(place).block();

        assertThat(transcripts()).isEmpty();
    }

    @Test
    void isRefusedToWhomNoAddressIsConfirmedOf() {
        refused(place);
    }

    @Test
    void isRefusedToStrangersWhateverAddressTheyGive() {
        refused(Place.of(office.opened("Ein Nest.").chat()));
    }

    private void refused(Place asking) {
        StepVerifier.create(office.talk.mail(asking))
                .verifyErrorSatisfies(TestRefusals.is(Refusal.Invalid.at("/email", "no-address")));
        office.talk.close(asking).block();
        assertThat(transcripts()).isEmpty();
    }

    private Chat opened() {
        office.operator("karin", 2);
        var opening = new Opening(
                "x",
                TestOffice.QUEUE,
                "de",
                null,
                "erika@example.org",
                null,
                "Ein Nest.",
                null,
                TestCitizens.loggedIn(citizen, AssuranceLevel.LOW));
        return office.door.open(opening).block().chat();
    }

    private void confirmed() {
        var mail = new VerifiedDatum(
                VerifiedDatum.Kind.MAIL,
                "e.muster@example.org",
                AssuranceLevel.LOW,
                office.ports.clock().instant());
        office.ports.citizenData().learn(citizen, List.of(mail)).block();
    }

    private List<OutboxItem> transcripts() {
        return office.ports
                .outbox()
                .newest(9)
                .filter(item -> item.kind() == OutboxItem.Kind.TRANSCRIPT)
                .collectList()
                .block();
    }
}
