package de.stadttor.saml.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import de.stadttor.saml.citizen.CitizenAttribute;
import de.stadttor.saml.citizen.CitizenReader;
import de.stadttor.saml.citizen.CitizenReader.Reading;
import de.stadttor.saml.citizen.ReceivedAttribute;
import de.stadttor.saml.citizen.VerifiedCitizen;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whatever attributes come, they make a citizen or a list of violations, and a citizen holds nothing that could break a
 * line or a page. Replays what was found before, and searches for more with {@code JAZZER_FUZZ=1}.
 */
class AttributeFuzzTest {

    private static final CitizenAttribute[] KNOWN = CitizenAttribute.values();

    @FuzzTest(maxDuration = "15s")
    void readsACitizenWithoutControlCharactersOrNone(FuzzedDataProvider data) {
        var attributes = new ArrayList<ReceivedAttribute>();
        while (data.remainingBytes() > 0 && attributes.size() < 50) {
            attributes.add(attribute(data));
        }
        switch (CitizenReader.read(attributes, Set.of(CitizenAttribute.SURNAME))) {
            case Reading.Citizen(var citizen) -> assertSound(citizen);
            case Reading.Unreadable(var violations) -> assertThat(violations).isNotEmpty();
        }
    }

    private static ReceivedAttribute attribute(FuzzedDataProvider data) {
        String name =
                data.consumeBoolean() ? KNOWN[data.consumeInt(0, KNOWN.length - 1)].urn() : data.consumeString(60);
        var values = new ArrayList<String>();
        for (int number = data.consumeInt(0, 2); number > 0; number--) {
            values.add(data.consumeString(200));
        }
        return new ReceivedAttribute(name, values, data.consumeBoolean() ? data.consumeString(20) : null);
    }

    private static void assertSound(VerifiedCitizen citizen) {
        assertThat(citizen.personKey().value()).matches("[!-~]{1,256}");
        assertThat(citizen.surname()).isPresent();
        citizen.data().values().forEach(datum -> assertThat(datum.value()).isNotEmpty());
        citizen.others().values().stream().flatMap(List::stream).forEach(AttributeFuzzTest::assertPlain);
        citizen.data().values().forEach(datum -> assertPlain(datum.value()));
        citizen.birthDate().ifPresent(datum -> datum.value().date());
        citizen.qaaLevel();
        citizen.means();
    }

    private static void assertPlain(String value) {
        assertThat(value.chars().anyMatch(Character::isISOControl)).isFalse();
    }
}
