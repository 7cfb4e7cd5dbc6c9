package de.stadttor.saml.citizen;

import de.stadttor.saml.AssuranceLevel;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person as an identity provider vouches for them.
 *
 * @param personKey the key of this person at this service provider
 * @param data everything delivered that we know by name; what is absent was not delivered or declared not applicable
 * @param others everything delivered that we do not know, by name, values in document order
 */
public record VerifiedCitizen(
        PersonKey personKey, Map<CitizenAttribute, Datum<String>> data, Map<String, List<String>> others)
        implements Serializable {

    public VerifiedCitizen {
        data = Map.copyOf(data);
        others = Map.copyOf(others);
    }

    /** One datum as text; empty if it was not delivered. */
    public Optional<Datum<String>> datum(CitizenAttribute attribute) {
        return Optional.ofNullable(data.get(attribute));
    }

    public Optional<Datum<String>> givenName() {
        return datum(CitizenAttribute.GIVEN_NAME);
    }

    public Optional<Datum<String>> surname() {
        return datum(CitizenAttribute.SURNAME);
    }

    public Optional<Datum<BirthDate>> birthDate() {
        return datum(CitizenAttribute.BIRTH_DATE).map(datum -> datum.map(BirthDate::new));
    }

    /** The postal address; its parts are absent one by one. */
    public Address address() {
        return new Address(
                datum(CitizenAttribute.POSTAL_ADDRESS),
                datum(CitizenAttribute.POSTAL_CODE),
                datum(CitizenAttribute.LOCALITY),
                datum(CitizenAttribute.COUNTRY));
    }

    /** The account's mail address: self-asserted, whatever the level of the login. */
    public Optional<Datum<String>> mail() {
        return datum(CitizenAttribute.MAIL);
    }

    /** In international notation. */
    public Optional<Datum<String>> telephone() {
        return datum(CitizenAttribute.TELEPHONE);
    }

    /** Where the inbox of the account is reached; never a key of the person. */
    public Optional<Datum<String>> inboxHandle() {
        return datum(CitizenAttribute.INBOX_HANDLE);
    }

    public Optional<Means> means() {
        return datum(CitizenAttribute.PROVED_BY).map(Datum::value).map(Means::new);
    }

    /** The level by the attribute; empty if not delivered or unknown. */
    public Optional<AssuranceLevel> qaaLevel() {
        return datum(CitizenAttribute.QAA_LEVEL).map(Datum::value).flatMap(AssuranceLevel::ofStork);
    }

    /** Says nothing about the person, so that a careless log line stays harmless. */
    @Override
    public String toString() {
        return "VerifiedCitizen[" + data.keySet() + "]";
    }
}
