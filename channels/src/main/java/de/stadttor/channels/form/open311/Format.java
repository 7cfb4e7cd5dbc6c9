package de.stadttor.channels.form.open311;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.MediaType;

/** The forms of an answer, chosen by the suffix of the path. */
enum Format {
    XML,
    JSON;

    MediaType type() {
        return switch (this) {
            case XML -> new MediaType("text", "xml", StandardCharsets.UTF_8);
            case JSON -> new MediaType("application", "json", StandardCharsets.UTF_8);
        };
    }

    static Format of(String suffix) {
        return valueOf(suffix.toUpperCase(Locale.ROOT));
    }

    /** Of a path that some controller of ours serves. */
    static Format ofPath(String path) {
        return path.endsWith(".json") ? JSON : XML;
    }
}
