package de.stadttor.saml.citizen;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The attributes of BayernID and BundID. They are told apart by OID only, since the operator calls the friendly names
 * unstable. Source: BundID interface description 10.2, section 6.
 */
public enum CitizenAttribute {
    GIVEN_NAME("2.5.4.42"),
    SURNAME("2.5.4.4"),
    PERSONAL_TITLE("0.9.2342.19200300.100.1.40"),
    /** ISO 5218, but the operator's own documents contradict each other about 1 and 2: do not rely on it. */
    GENDER("1.3.6.1.4.1.33592.1.3.5"),
    BIRTH_DATE("1.2.40.0.10.2.1.1.55"),
    BIRTH_NAME("1.2.40.0.10.2.1.1.225566"),
    PLACE_OF_BIRTH("1.3.6.1.5.5.7.9.2"),
    NATIONALITY("1.2.40.0.10.2.1.1.225577"),
    DOCUMENT_TYPE("1.2.40.0.10.2.1.1.552255"),
    POSTAL_ADDRESS("2.5.4.16"),
    POSTAL_CODE("2.5.4.17"),
    LOCALITY("2.5.4.7"),
    COUNTRY("1.2.40.0.10.2.1.1.225599"),
    COMMUNITY_ID("1.3.6.1.4.1.25484.494450.5"),
    MAIL("0.9.2342.19200300.100.1.3"),
    TELEPHONE("2.5.4.20"),
    DE_MAIL("1.3.6.1.4.1.55605.70737875.1.1.1.7.1"),
    EIDAS_ISSUING_COUNTRY("1.3.6.1.4.1.25484.494450.10.1"),
    /** The level of the login once more, as an attribute; checked against the authentication context. */
    QAA_LEVEL("1.2.40.0.10.2.1.1.261.94"),
    /** The means, see {@link Means}. */
    PROVED_BY("1.3.6.1.4.1.25484.494450.2"),
    /** The person's key, see {@link PersonKey}. */
    BPK2("1.3.6.1.4.1.25484.494450.3"),
    /** Address of the person's inbox; not a key of the person. */
    INBOX_HANDLE("2.5.4.18"),
    APPLICATION_ID("1.3.6.1.4.1.25484.494450.4"),
    PSEUDONYM("1.2.40.0.10.2.1.1.226699"),
    MULTI_FACTOR("1.3.6.1.4.1.25484.494450.7"),
    INTERFACE_VERSION("1.3.6.1.4.1.25484.494450.1");

    private static final Map<String, CitizenAttribute> BY_URN =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CitizenAttribute::urn, Function.identity()));

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final String oid;

    CitizenAttribute(String oid) {
        this.oid = oid;
    }

    /** The name on the wire, such as {@code urn:oid:2.5.4.42}. */
    public String urn() {
        return "urn:oid:" + oid;
    }

    /** Finds an attribute by its name on the wire; blanks inside are forgiven, since printed lists contain them. */
    public static Optional<CitizenAttribute> ofUrn(String name) {
        CitizenAttribute exact = BY_URN.get(name);
        return exact != null
                ? Optional.of(exact)
                : Optional.ofNullable(BY_URN.get(BLANKS.matcher(name).replaceAll("")));
    }
}
