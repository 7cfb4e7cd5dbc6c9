package de.stadttor.saml.testidp;

import static de.stadttor.saml.testidp.answer.IdpXml.escaped;

import de.stadttor.saml.testidp.answer.Attack;
import de.stadttor.saml.testidp.answer.Attacks;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The provider's pages. They say what they are: nobody shall take this for a real account. */
final class ProviderPages {

    private static final String FRAME = """
        <!DOCTYPE html>
        <html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>DEMO: Anmeldung</title></head>
        <body><p><strong>DEMO</strong> – erfundene Personen, kein echtes Nutzerkonto</p>
        %s</body></html>
        """;

    private ProviderPages() {}

    /** The choice of person and means. {@code hidden} carries the request through the form. */
    static String choice(LoginRequest request, List<Person> people, Map<String, String> hidden) {
        return FRAME.formatted(
                """
                <h1>Anmelden bei „%s“</h1>
                <form method="post">
                %s
                <p><label>Person <select name="persona">%s</select></label></p>
                <p><label>Verfahren <select name="means">%s</select></label></p>
                <p><button name="action" value="login">Anmelden</button>
                <button name="action" value="cancel">Abbrechen</button>
                <button name="action" value="deny">Weitergabe ablehnen</button></p>
                </form>
                """.formatted(escaped(request.displayName()), inputs(hidden), people(people), means(request)));
    }

    /** The form that posts itself back. */
    static String answer(Answer answer) {
        return FRAME.formatted("""
            <form method="post" action="%s">
            %s
            <button>Weiter</button></form>
            <script>document.forms[0].submit()</script>
            """.formatted(
                        escaped(answer.consumer().toString()),
                        inputs(Map.of(
                                "SAMLResponse", answer.samlResponse(),
                                "RelayState", answer.relayState()))));
    }

    static String refused(RequestRefused refused) {
        return FRAME.formatted(
                "<h1>Anfrage abgelehnt</h1><p>idp.code: <code>" + escaped(refused.code()) + "</code></p>");
    }

    /** What it does wrong at present, to be changed. */
    static String conduct(Conduct conduct) {
        return FRAME.formatted("""
            <h1>Verhalten des Anbieters</h1>
            <form method="post">
            <p><label>Angriff <select name="attack">%s</select></label></p>
            <p><label><input type="checkbox" name="readable"%s> unverschlüsselt antworten</label></p>
            <p><label><input type="checkbox" name="slow"%s> fünf Sekunden brauchen</label></p>
            <p><label><input type="checkbox" name="down"%s> gestört sein (503)</label></p>
            <p><label>Schlüssel <select name="key"><option value="keep">behalten</option>
            <option value="announce">nächsten ankündigen</option><option value="roll">wechseln</option></select></label></p>
            <p><button>Übernehmen</button></p>
            </form>
            """.formatted(
                        attacks(conduct.attack()),
                        checked(!conduct.encrypted()),
                        checked(!conduct.delay().isZero()),
                        checked(conduct.down())));
    }

    private static String attacks(Attack present) {
        return Stream.concat(Stream.of(Attack.NONE), Attacks.all())
                .map(Attack::name)
                .map(name -> name.equals(present.name())
                        ? option(name, name).replace("<option", "<option selected")
                        : option(name, name))
                .collect(Collectors.joining());
    }

    private static String checked(boolean on) {
        return on ? " checked" : "";
    }

    private static String inputs(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(escaped(each.getKey()), escaped(each.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String people(List<Person> people) {
        return people.stream().map(each -> option(each.id(), each.label())).collect(Collectors.joining());
    }

    private static String means(LoginRequest request) {
        return Arrays.stream(LoginMeans.values())
                .filter(each -> request.means().contains(each.wire()))
                .map(each -> option(each.field(), each.wire()))
                .collect(Collectors.joining());
    }

    private static String option(String value, String label) {
        return "<option value=\"%s\">%s</option>".formatted(escaped(value), escaped(label));
    }
}
