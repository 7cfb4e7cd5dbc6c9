package de.stadttor.saml.testidp;

import de.stadttor.saml.testidp.answer.Datum;
import java.util.List;

/**
 * An invented person.
 *
 * @param id the value of the form field {@code persona}
 * @param highest the highest level this person reaches with any means
 * @param data what the account holds; means, level and version are added at login
 */
public record Person(String id, String label, Level highest, List<Datum> data) {

    public Person {
        data = List.copyOf(data);
    }
}
