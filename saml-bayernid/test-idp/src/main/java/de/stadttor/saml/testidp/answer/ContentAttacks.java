package de.stadttor.saml.testidp.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Well-signed answers that say what must not be accepted; as from a provider that is careless or was tricked. */
final class ContentAttacks {

    private static final String STRANGER = "https://stranger.example/saml";

    private ContentAttacks() {}

    static List<Attack> all() {
        return List.of(
                with("wrong-audience", Field.AUDIENCE, STRANGER),
                with("wrong-recipient", Field.RECIPIENT, STRANGER),
                with("missing-recipient", Field.RECIPIENT, ""),
                with("wrong-destination", Field.DESTINATION, STRANGER),
                with("missing-destination", Field.DESTINATION, ""),
                with("wrong-response-issuer", Field.RESPONSE_ISSUER, STRANGER),
                with("wrong-assertion-issuer", Field.ASSERTION_ISSUER, STRANGER),
                with("wrong-in-response-to", Field.RESPONSE_IN_RESPONSE_TO, "_other"),
                with("missing-in-response-to", Field.RESPONSE_IN_RESPONSE_TO, ""),
                with("wrong-confirmation-in-response-to", Field.IN_RESPONSE_TO, "_other"),
                with("missing-confirmation-in-response-to", Field.IN_RESPONSE_TO, ""),
                shifted("expired-conditions", Field.NOT_ON_OR_AFTER, Duration.ofMinutes(-15)),
                shifted("expired-confirmation", Field.CONFIRMATION_NOT_ON_OR_AFTER, Duration.ofMinutes(-15)),
                with("missing-confirmation-end", Field.CONFIRMATION_NOT_ON_OR_AFTER, ""),
                shifted("not-yet-valid", Field.NOT_BEFORE, Duration.ofMinutes(10)),
                drafted(
                        "confirmation-with-not-before",
                        draft -> draft.with(Field.CONFIRMATION_NOT_BEFORE, draft.value(Field.ISSUED_AT))),
                shifted("stale-response", Field.RESPONSE_ISSUED_AT, Duration.ofMinutes(-30)),
                shifted("stale-assertion", Field.ISSUED_AT, Duration.ofMinutes(-30)),
                shifted("stale-authn-instant", Field.AUTHN_INSTANT, Duration.ofMinutes(-30)),
                with("level-too-low", Field.CLASS_REF, "STORK-QAA-Level-1"),
                with("level-unknown", Field.CLASS_REF, "STORK-QAA-Level-9"),
                with("level-eidas-uri", Field.CLASS_REF, "http://eidas.europa.eu/LoA/high"),
                drafted("level-attribute-lower", draft -> draft.changing(Oids.QAA_LEVEL, _ -> "STORK-QAA-Level-1")),
                drafted("person-key-missing", draft -> draft.without(Oids.BPK2)),
                drafted("person-key-twice", draft -> draft.plus(new Datum(Oids.BPK2, Forgery.VICTIM, "NORMAL"))),
                drafted("control-character", draft -> draft.changing(Oids.SURNAME, name -> name + "\u0085admin")),
                Attack.named("two-assertions").changingResponse((response, _) -> twice(response)),
                Attack.named("duplicate-ids").changingResponse((response, _) -> sameIds(response)));
    }

    private static Attack with(String name, Field field, String value) {
        return drafted(name, draft -> draft.with(field, value));
    }

    private static Attack shifted(String name, Field field, Duration by) {
        return drafted(
                name,
                draft -> draft.with(
                        field, Instant.parse(draft.value(field)).plus(by).toString()));
    }

    private static Attack drafted(String name, UnaryOperator<AnswerDraft> change) {
        return Attack.named(name).drafting(change);
    }

    private static void twice(Document response) {
        Element assertion = Forgery.assertion(response);
        var copy = (Element) assertion.cloneNode(true);
        copy.setAttribute("ID", "_second");
        response.getDocumentElement().appendChild(copy);
    }

    private static void sameIds(Document response) {
        Element root = response.getDocumentElement();
        Element extensions = response.createElementNS(IdpXml.SAMLP, "saml2p:Extensions");
        Element stranger = response.createElementNS("urn:example:x", "x:thing");
        stranger.setAttribute("ID", root.getAttribute("ID"));
        extensions.appendChild(stranger);
        root.insertBefore(extensions, IdpXml.first(root, IdpXml.SAMLP, "Status"));
    }
}
