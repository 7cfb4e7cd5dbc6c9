package de.stadttor.appointments;

/**
 * Where citizens go.
 *
 * @param department id of the unit it belongs to
 */
public record Office(OfficeId id, int department, String name, Address address) {

    /** As written on a letter. */
    public record Address(String street, String postalCode, String city) {

        /** On one line. */
        public String line() {
            return street + ", " + postalCode + " " + city;
        }
    }
}
