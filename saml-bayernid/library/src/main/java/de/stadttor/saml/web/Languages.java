package de.stadttor.saml.web;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Which language a page speaks: German, unless the browser puts another one of ours first. */
final class Languages {

    private Languages() {}

    static Locale of(ServerRequest request) {
        var wanted = wanted(request);
        return wanted.isEmpty()
                ? Locale.GERMAN
                : Locale.forLanguageTag(wanted.getFirst().getRange());
    }

    /** A header that is none of its kind is no reason to refuse a login. */
    private static List<LanguageRange> wanted(ServerRequest request) {
        try {
            return request.headers().acceptLanguage();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
