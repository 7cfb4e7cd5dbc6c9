package de.stadttor.saml.web;

import de.stadttor.saml.login.StartedLogin;
import de.stadttor.saml.outcome.OutcomeTexts;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The page that posts itself to the identity provider. Whoever comes back to it by the browser's back button is taken
 * one step further back instead of being posted off again (BundID interface description 10.2, section 8.2); the mark
 * for that sits in the history entry itself, so a second login in another tab is not mistaken for a return.
 */
final class AutoPostPage {

    private static final String SCRIPT = """
        function go(){
        if(history.state==='sent'){history.back();}
        else{history.replaceState('sent','');document.forms[0].submit();}}
        addEventListener('pageshow',go);
        """;

    private AutoPostPage() {}

    static Mono<ServerResponse> respond(StartedLogin.Form form, Locale locale, LoginCookie cookie) {
        String allowed = "script-src " + Page.hash(SCRIPT) + "; form-action " + origin(form.action());
        return Page.respond(HttpStatus.OK, allowed)
                .cookie(cookie.write(form.browser()))
                .bodyValue(Page.html(locale, OutcomeTexts.text("redirect.title", locale), body(form, locale)));
    }

    private static String body(StartedLogin.Form form, Locale locale) {
        return """
            <p>%s</p>
            <form method="post" action="%s">
            <input type="hidden" name="SAMLRequest" value="%s">
            <input type="hidden" name="RelayState" value="%s">
            <button>%s</button></form>
            <script>%s</script>
            """.formatted(
                        Page.escaped(OutcomeTexts.text("redirect.text", locale)),
                        Page.escaped(form.action().toString()),
                        Page.escaped(form.samlRequest()),
                        Page.escaped(form.relayState()),
                        Page.escaped(OutcomeTexts.text("redirect.button", locale)),
                        SCRIPT);
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
