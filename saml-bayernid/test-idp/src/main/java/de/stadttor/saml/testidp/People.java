package de.stadttor.saml.testidp;

import de.stadttor.saml.testidp.answer.Datum;
import de.stadttor.saml.testidp.answer.Oids;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The people of this provider, chosen so that every odd account of the real one is among them. */
public final class People {

    private static final String PROVEN = "HOCH";
    private static final String ACCOUNT = "NORMAL";
    private static final String LOOSE = "UNTERGEORDNET";

    private People() {}

    /** All of them. The person key is {@code demo-} and the id. */
    public static List<Person> all() {
        return List.of(
                person("citizen-basic", "Konto ohne Namen und Anschrift", Level.BASIC, List.of()),
                person("citizen-low", "Erika Niedrig", Level.LOW, named("Erika", "Niedrig", ACCOUNT)),
                person("citizen-substantial", "Sven Substanziell", Level.SUBSTANTIAL, resident("Sven", "Substanziell")),
                person("citizen-high", "ERIKA MUSTERMANN", Level.HIGH, cardHolder()),
                person("other-citizen", "Otto Andersen", Level.HIGH, resident("Otto", "Andersen")),
                person("eu-citizen", "Maja Novak (eIDAS)", Level.HIGH, european()),
                withoutInbox("fink-citizen", "Fina Fink (ohne Postfach)", resident("Fina", "Fink")),
                guest());
    }

    private static List<Datum> named(String givenName, String surname, String trust) {
        return List.of(
                new Datum(Oids.GIVEN_NAME, givenName, trust),
                new Datum(Oids.SURNAME, surname, trust),
                new Datum(Oids.BIRTH_DATE, "1971-02-28", trust));
    }

    private static List<Datum> resident(String givenName, String surname) {
        var data = new ArrayList<>(named(givenName, surname, "SUBSTANTIELL"));
        data.add(new Datum(Oids.STREET, "Lindenallee 12 a", "SUBSTANTIELL"));
        data.add(new Datum(Oids.POSTAL_CODE, "99999", "SUBSTANTIELL"));
        data.add(new Datum(Oids.LOCALITY, "Musterstadt", "SUBSTANTIELL"));
        data.add(new Datum(Oids.COUNTRY, "DE", "SUBSTANTIELL"));
        return data;
    }

    /** ID cards from before November 2019 hold no nationality; data of the chip come in capitals. */
    private static List<Datum> cardHolder() {
        var data = new ArrayList<>(named("ERIKA", "MUSTERMANN", PROVEN));
        data.add(new Datum(Oids.BIRTH_NAME, "GABLER", PROVEN));
        data.add(new Datum(Oids.PLACE_OF_BIRTH, "MÜNCHEN", PROVEN));
        data.add(new Datum(Oids.NATIONALITY, "", PROVEN));
        data.add(new Datum(Oids.DOCUMENT_TYPE, "ID", PROVEN));
        data.add(new Datum(Oids.STREET, "HEIDESTRASSE 17", PROVEN));
        data.add(new Datum(Oids.POSTAL_CODE, "51147", PROVEN));
        data.add(new Datum(Oids.LOCALITY, "KÖLN", PROVEN));
        data.add(new Datum(Oids.COUNTRY, "DE", PROVEN));
        data.add(new Datum(Oids.TELEPHONE, "+49 999 123456", LOOSE));
        return data;
    }

    private static List<Datum> european() {
        var data = new ArrayList<>(named("Maja", "Novak", PROVEN));
        data.add(new Datum(Oids.ISSUING_COUNTRY, "SI", PROVEN));
        return data;
    }

    private static Person person(String id, String label, Level highest, List<Datum> data) {
        var all = new ArrayList<>(withoutInbox(id, label, data).data());
        String handle =
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
        all.add(new Datum(Oids.INBOX, handle, ACCOUNT));
        return new Person(id, label, highest, all);
    }

    private static Person withoutInbox(String id, String label, List<Datum> data) {
        var all = new ArrayList<>(data);
        all.add(new Datum(Oids.MAIL, id + "@example.org", LOOSE));
        all.add(new Datum(Oids.BPK2, "demo-" + id, ACCOUNT));
        return new Person(id, label, Level.HIGH, all);
    }

    /** Without an account there is neither key nor inbox. */
    private static Person guest() {
        return new Person("guest", "Gast ohne Konto", Level.HIGH, named("GUSTAV", "GAST", PROVEN));
    }
}
