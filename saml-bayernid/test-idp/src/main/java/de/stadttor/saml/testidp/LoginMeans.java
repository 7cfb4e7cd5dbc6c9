package de.stadttor.saml.testidp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people can log in with here. */
public enum LoginMeans {
    BENUTZERNAME("Benutzername", Level.BASIC),
    ELSTER("Elster", Level.SUBSTANTIAL),
    AUTHEGA("Authega", Level.SUBSTANTIAL),
    EID("eID", Level.HIGH),
    EIDAS("eIDAS", Level.HIGH),
    FINK("FINK", Level.HIGH);

    private final String wire;
    private final Level highest;

    LoginMeans(String wire, Level highest) {
        this.wire = wire;
        this.highest = highest;
    }

    /** The name in requests and in {@code AssertionProvedBy}. */
    public String wire() {
        return wire;
    }

    /** The value of the form field {@code means}. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a person reaches with it: means from abroad carry the level of the person's own scheme. */
    Level levelFor(Person person) {
        return highest.isAtLeast(person.highest()) ? person.highest() : highest;
    }

    static Optional<LoginMeans> ofField(String field) {
        return Arrays.stream(values())
                .filter(each -> each.field().equals(field))
                .findFirst();
    }
}
