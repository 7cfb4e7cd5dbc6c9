package de.stadttor.saml.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.saml.citizen.CitizenReader.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitizenReaderTest {

    private static final ReceivedAttribute KEY = attribute(CitizenAttribute.BPK2, "person-key-1");

    @Test
    void readsWhatIsKnownByOidWithItsTrust() {
        var citizen = citizen(KEY, new ReceivedAttribute("urn:oid:2.5.4.4", List.of(" MUSTERMANN "), "HOCH"));

        assertThat(citizen.surname()).contains(new Datum<>("MUSTERMANN", TrustLevel.HOCH));
        assertThat(citizen.personKey()).isEqualTo(new PersonKey("person-key-1"));
    }

    @Test
    void takesAMissingOrUnknownTrustForTheLowest() {
        var citizen = citizen(
                KEY,
                attribute(CitizenAttribute.MAIL, "erika@example.org"),
                new ReceivedAttribute(CitizenAttribute.SURNAME.urn(), List.of("X"), "SEHR HOCH"));

        assertThat(citizen.mail().orElseThrow().trust()).isEqualTo(TrustLevel.UNTERGEORDNET);
        assertThat(citizen.surname().orElseThrow().trust()).isEqualTo(TrustLevel.UNTERGEORDNET);
    }

    @Test
    void forgivesABlankInsideAnOid() {
        var citizen = citizen(KEY, new ReceivedAttribute("urn:oid: 2.5.4.42", List.of("Erika"), null));

        assertThat(citizen.givenName().map(Datum::value)).contains("Erika");
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        var citizen = citizen(
                KEY,
                new ReceivedAttribute("urn:oid:9.9.9", List.of("a"), null),
                new ReceivedAttribute("urn:oid:9.9.9", List.of("b", "c"), null));

        assertThat(citizen.others()).containsEntry("urn:oid:9.9.9", List.of("a", "b", "c"));
    }

    @Test
    void takesAnEmptyValueForNotDelivered() {
        var citizen = citizen(KEY, attribute(CitizenAttribute.NATIONALITY, " "));

        assertThat(citizen.datum(CitizenAttribute.NATIONALITY)).isEmpty();
    }

    @Test
    void keepsTheTextOfABirthDateThatIsNoWholeDate() {
        var partial = citizen(KEY, attribute(CitizenAttribute.BIRTH_DATE, "1971-00-00"));
        var whole = citizen(KEY, attribute(CitizenAttribute.BIRTH_DATE, "1971-02-28"));

        assertThat(partial.birthDate().orElseThrow().value().date()).isEmpty();
        assertThat(partial.birthDate().orElseThrow().value().raw()).isEqualTo("1971-00-00");
        assertThat(whole.birthDate().orElseThrow().value().date()).contains(LocalDate.of(1971, 2, 28));
    }

    @Test
    void keepsMeansNobodyHasHeardOf() {
        var citizen = citizen(KEY, attribute(CitizenAttribute.PROVED_BY, "Brieftaube"));

        assertThat(citizen.means()).contains(new Means("Brieftaube"));
    }

    @Test
    void refusesAMissingPersonKey() {
        assertThat(violations()).contains("missing:BPK2");
    }

    @Test
    void refusesTwoPersonKeysInWhicheverForm() {
        assertThat(violations(KEY, KEY)).contains("several-values:BPK2");
        assertThat(violations(new ReceivedAttribute(CitizenAttribute.BPK2.urn(), List.of("a", "b"), null)))
                .contains("several-values:BPK2");
        assertThat(violations(attribute(CitizenAttribute.BPK2, ""), KEY)).contains("several-values:BPK2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blank", "umläut", "line\nbreak"})
    void refusesAPersonKeyThatCannotBeOne(String key) {
        assertThat(violations(attribute(CitizenAttribute.BPK2, key))).contains("person-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0085b", "a\u202Eb", "a\u2028b", "a\nb", "a\uD800b"})
    void refusesControlCharactersWhereverTheyAre(String value) {
        assertThat(violations(KEY, attribute(CitizenAttribute.SURNAME, value))).contains("unclean-value");
        assertThat(violations(KEY, new ReceivedAttribute("urn:oid:9.9.9", List.of(value), null)))
                .contains("unclean-value");
    }

    @Test
    void refusesWhatTheServiceCannotDoWithout() {
        assertThat(CitizenReader.read(List.of(KEY), Set.of(CitizenAttribute.SURNAME)))
                .isEqualTo(new Reading.Unreadable(List.of("missing:SURNAME")));
    }

    @Test
    void namesEveryViolationAndNoValue() {
        var violations = violations(KEY, KEY, attribute(CitizenAttribute.SURNAME, "secret\u0000"));

        assertThat(violations)
                .contains("several-values:BPK2", "unclean-value")
                .noneMatch(each -> each.contains("secret"));
    }

    @Test
    void showsNothingOfAPersonInALog() {
        var citizen = citizen(KEY, attribute(CitizenAttribute.SURNAME, "MUSTERMANN"));

        assertThat(citizen + " " + citizen.surname() + " " + citizen.personKey())
                .doesNotContain("MUSTERMANN")
                .doesNotContain("person-key-1");
    }

    private static ReceivedAttribute attribute(CitizenAttribute attribute, String value) {
        return new ReceivedAttribute(attribute.urn(), List.of(value), null);
    }

    private static VerifiedCitizen citizen(ReceivedAttribute... attributes) {
        return switch (CitizenReader.read(List.of(attributes), Set.of())) {
            case Reading.Citizen(var citizen) -> citizen;
            case Reading.Unreadable(var violations) -> throw new AssertionError(violations);
        };
    }

    private static List<String> violations(ReceivedAttribute... attributes) {
        return switch (CitizenReader.read(new ArrayList<>(List.of(attributes)), Set.of())) {
            case Reading.Citizen _ -> List.of();
            case Reading.Unreadable(var violations) -> violations;
        };
    }
}
