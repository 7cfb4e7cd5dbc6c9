package de.stadttor.saml.web;

import de.stadttor.saml.outcome.LoginOutcome;
import de.stadttor.saml.outcome.LoginOutcome.NotLoggedIn;
import de.stadttor.saml.outcome.OutcomeTexts;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Tells a person why they are not logged in, and offers to begin again. Shows nothing from any message. */
final class OutcomePage {

    private static final String RETRY_AFTER_SECONDS = "60";

    private OutcomePage() {}

    static Mono<ServerResponse> respond(NotLoggedIn outcome, Locale locale, String again) {
        HttpStatus status = status(outcome);
        var response = Page.respond(status, "form-action 'none'");
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return response.bodyValue(Page.html(locale, OutcomeTexts.text("title", locale), body(outcome, locale, again)));
    }

    private static String body(NotLoggedIn outcome, Locale locale, String again) {
        return """
            <p>%s</p>
            <p><a href="%s">%s</a></p>
            """.formatted(
                        Page.escaped(OutcomeTexts.of(outcome, locale)),
                        Page.escaped(again),
                        Page.escaped(OutcomeTexts.text("again", locale)));
    }

    /** Regular endings are no errors; a refused answer is forbidden whatever was wrong with it. */
    private static HttpStatus status(NotLoggedIn outcome) {
        return switch (outcome) {
            case LoginOutcome.Rejected _ -> HttpStatus.FORBIDDEN;
            case LoginOutcome.Unavailable _ -> HttpStatus.SERVICE_UNAVAILABLE;
            case LoginOutcome.Cancelled _,
                    LoginOutcome.WentBack _,
                    LoginOutcome.Denied _,
                    LoginOutcome.LevelUnavailable _,
                    LoginOutcome.AttributesMissing _,
                    LoginOutcome.ProviderFault _ -> HttpStatus.OK;
        };
    }
}
