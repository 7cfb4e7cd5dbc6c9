package de.stadttor.demo;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.saml.testidp.Level;
import de.stadttor.saml.testidp.Person;
import de.stadttor.saml.testidp.answer.Datum;
import de.stadttor.saml.testidp.answer.Oids;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The personas as the demo's identity provider knows them, by the pseudonyms that their ready tokens carry too. */
final class DemoPeople {

    private static final String ACCOUNT = "NORMAL";
    private static final String LOOSE = "UNTERGEORDNET";

    private DemoPeople() {}

    static List<Person> all() {
        return Arrays.stream(Persona.values())
                .filter(persona -> persona.level() != null)
                .map(DemoPeople::person)
                .toList();
    }

    private static Person person(Persona persona) {
        AssuranceLevel level = Objects.requireNonNull(persona.level());
        String label = persona.fullName() + " (" + level.code() + ")";
        return new Person(persona.code(), label, Level.valueOf(level.name()), data(persona, trust(level)));
    }

    private static List<Datum> data(Persona persona, String trust) {
        String[] names = persona.fullName().split(" ", 2);
        return Stream.of(
                        new Datum(Oids.GIVEN_NAME, names[0], trust),
                        new Datum(Oids.SURNAME, names[1], trust),
                        new Datum(Oids.MAIL, persona.code() + "@example.org", LOOSE),
                        new Datum(Oids.BPK2, persona.subject(), ACCOUNT))
                .toList();
    }

    private static String trust(AssuranceLevel level) {
        return switch (level) {
            case BASIC -> LOOSE;
            case LOW -> ACCOUNT;
            case SUBSTANTIAL -> "SUBSTANTIELL";
            case HIGH -> "HOCH";
        };
    }
}
