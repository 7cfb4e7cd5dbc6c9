package de.stadttor.identity.session;

import de.stadttor.web.Language;
import de.stadttor.web.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Small pages about a login, for browsers that no frontend of ours is in charge of at that moment. */
@Component
public final class NoticePage {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Texts texts;

    NoticePage(Texts texts) {
        this.texts = texts;
    }

    /** What every such page is sent with. */
    public static HttpHeaders headers() {
        var headers = new HttpHeaders();
        headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        headers.setCacheControl(CacheControl.noStore());
        headers.set("Content-Security-Policy", POLICY);
        headers.set("Referrer-Policy", "same-origin");
        headers.setVary(List.of(HttpHeaders.ACCEPT_LANGUAGE));
        return headers;
    }

    /** @param back local path to go back to with the session as it was */
    public String anotherPerson(Language language, String back) {
        return page(
                language,
                "another-person",
                link(back, texts.of(language, "identity.back"))
                        + link("/logout", texts.of(language, "identity.log-out")));
    }

    /** The question whether to log out; its form brings the token, since a browser sends the cookie by itself. */
    String leaving(Language language, String csrfToken) {
        return page(language, "leaving", """
            <form method="post" action="/logout">
            <input type="hidden" name="csrf" value="%s">
            <p><button>%s</button></p>
            </form>
            """.formatted(
                        HtmlUtils.htmlEscape(csrfToken), escaped(language, "identity.log-out")));
    }

    String nobody(Language language) {
        return page(language, "nobody", "");
    }

    private String page(Language language, String key, String body) {
        return """
            <!DOCTYPE html>
            <html lang="%s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title><link rel="stylesheet" href="/pages/stadttor.css"></head>
            <body><main><h1>%s</h1>
            <p>%s</p>
            %s</main></body>
            </html>
            """.formatted(
                        language.code(),
                        escaped(language, "identity." + key + ".title"),
                        escaped(language, "identity." + key + ".title"),
                        escaped(language, "identity." + key),
                        body);
    }

    private static String link(String path, String text) {
        return "<p><a href=\"%s\">%s</a></p>\n".formatted(HtmlUtils.htmlEscape(path), HtmlUtils.htmlEscape(text));
    }

    private String escaped(Language language, String key) {
        return HtmlUtils.htmlEscape(texts.of(language, key));
    }
}
