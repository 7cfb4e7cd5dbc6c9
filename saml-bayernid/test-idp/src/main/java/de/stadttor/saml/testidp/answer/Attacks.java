package de.stadttor.saml.testidp.answer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The catalogue. */
public final class Attacks {

    private Attacks() {}

    /** Signature wrapping, variants 1 to 8. */
    public static List<Attack> wrapping() {
        return WrappingAttacks.all();
    }

    public static List<Attack> signature() {
        return SignatureAttacks.all();
    }

    /** These make sense only with encryption. */
    public static List<Attack> encryption() {
        return EncryptionAttacks.all();
    }

    public static List<Attack> content() {
        return ContentAttacks.all();
    }

    public static List<Attack> xml() {
        return XmlAttacks.all();
    }

    /** Not to be refused, but to be read whole. */
    public static List<Attack> comments() {
        return XmlAttacks.comments();
    }

    /** Every attack there is, kind by kind. */
    public static Stream<Attack> all() {
        return Stream.of(wrapping(), signature(), encryption(), content(), xml(), comments())
                .flatMap(List::stream);
    }

    /** Finds an attack by its name; empty if there is none. */
    public static Optional<Attack> find(String name) {
        return all().filter(attack -> attack.name().equals(name)).findFirst();
    }
}
