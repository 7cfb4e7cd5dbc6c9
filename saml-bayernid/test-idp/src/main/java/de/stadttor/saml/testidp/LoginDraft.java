package de.stadttor.saml.testidp;

import de.stadttor.saml.testidp.answer.AnswerDraft;
import de.stadttor.saml.testidp.answer.Datum;
import de.stadttor.saml.testidp.answer.Field;
import de.stadttor.saml.testidp.answer.Oids;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The values of an honest answer: everything lives five minutes, and nothing is delivered that was not asked for. */
final class LoginDraft {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration THINKING = Duration.ofSeconds(1);

    private LoginDraft() {}

    static AnswerDraft of(URI issuer, LoginRequest request, Person person, LoginMeans means, Instant now) {
        var values = new EnumMap<Field, String>(envelope(issuer, request, now).values());
        Instant issued = now.truncatedTo(ChronoUnit.MILLIS);
        values.put(Field.ASSERTION_ID, id());
        values.put(Field.ASSERTION_ISSUER, issuer.toString());
        values.put(Field.ISSUED_AT, issued.toString());
        values.put(Field.NAME_ID, id());
        values.put(Field.AUDIENCE, request.sender().entityId());
        values.put(Field.RECIPIENT, request.consumer().toString());
        values.put(Field.IN_RESPONSE_TO, request.id());
        values.put(Field.CONFIRMATION_NOT_ON_OR_AFTER, issued.plus(LIFE).toString());
        values.put(Field.NOT_BEFORE, issued.toString());
        values.put(Field.NOT_ON_OR_AFTER, issued.plus(LIFE).toString());
        values.put(Field.AUTHN_INSTANT, issued.minus(THINKING).toString());
        values.put(Field.CLASS_REF, means.levelFor(person).wire());
        return new AnswerDraft(values, data(request, person, means));
    }

    static AnswerDraft envelope(URI issuer, LoginRequest request, Instant now) {
        return new AnswerDraft(
                Map.of(
                        Field.RESPONSE_ID, id(),
                        Field.RESPONSE_ISSUER, issuer.toString(),
                        Field.RESPONSE_ISSUED_AT,
                                now.truncatedTo(ChronoUnit.MILLIS).toString(),
                        Field.DESTINATION, request.consumer().toString(),
                        Field.RESPONSE_IN_RESPONSE_TO, request.id()),
                List.of());
    }

    /** What the sender marked as required and does not get. */
    static List<String> missing(AnswerDraft draft, LoginRequest request) {
        List<String> delivered = draft.data().stream().map(Datum::name).toList();
        return request.required().stream()
                .filter(each -> !delivered.contains(each))
                .toList();
    }

    private static List<Datum> data(LoginRequest request, Person person, LoginMeans means) {
        var all = new ArrayList<>(person.data());
        all.add(new Datum(Oids.PROVED_BY, means.wire(), "NORMAL"));
        all.add(new Datum(Oids.QAA_LEVEL, means.levelFor(person).wire(), "NORMAL"));
        all.add(new Datum(Oids.VERSION, "2025.1.1", "NORMAL"));
        return all.stream()
                .filter(each -> request.attributes().contains(each.name()))
                .toList();
    }

    private static String id() {
        return "_" + UUID.randomUUID();
    }
}
