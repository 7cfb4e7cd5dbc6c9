package de.stadttor.saml.web;

import java.util.Locale;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Which language a page speaks: German, unless the browser puts another one of ours first. */
final class Languages {

    private Languages() {}

    static Locale of(ServerRequest request) {
        var wanted = request.headers().acceptLanguage();
        return wanted.isEmpty()
                ? Locale.GERMAN
                : Locale.forLanguageTag(wanted.getFirst().getRange());
    }
}
