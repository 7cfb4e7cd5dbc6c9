package de.stadttor.saml.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.HtmlUtils;

/** A small HTML page that loads nothing and may do only what its policy names. */
final class Page {

    private static final String STYLE =
            "body{font:1.125rem/1.5 sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}"
                    + "button,a{font:inherit;padding:.5rem 1rem}";

    private Page() {}

    /** A response builder with every header such a page needs. */
    static ServerResponse.BodyBuilder respond(HttpStatus status, String allowed) {
        return ServerResponse.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", policy(allowed))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "strict-origin")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    /** The whole document. Title and texts are escaped here, {@code body} must be by its maker. */
    static String html(Locale locale, String title, String body) {
        return """
            <!DOCTYPE html>
            <html lang="%s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title>
            <style>%s</style></head>
            <body><main><h1>%s</h1>
            %s</main></body>
            </html>
            """.formatted(language(locale), escaped(title), STYLE, escaped(title), body);
    }

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /** A source expression that allows exactly this inline text. */
    static String hash(String inline) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(inline.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String policy(String allowed) {
        return "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; style-src " + hash(STYLE) + "; " + allowed;
    }

    private static String language(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? "en" : "de";
    }
}
