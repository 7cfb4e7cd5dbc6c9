package de.stadttor.web;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The languages we speak: German first, English second. */
public enum Language {
    GERMAN(Locale.GERMAN),
    ENGLISH(Locale.ENGLISH);

    private static final List<Locale> SPOKEN = List.of(Locale.GERMAN, Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** What a caller wants most of what we have; German when that is nothing or cannot be read. */
    public static Language of(HttpHeaders headers) {
        Locale wanted = Locale.lookup(ranges(headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE)), SPOKEN);
        return Locale.ENGLISH.equals(wanted) ? ENGLISH : GERMAN;
    }

    /** By its code; German for what we do not speak. */
    public static Language of(String code) {
        return ENGLISH.code().equals(code) ? ENGLISH : GERMAN;
    }

    public Locale locale() {
        return locale;
    }

    public String code() {
        return locale.getLanguage();
    }

    private static List<LanguageRange> ranges(@Nullable String header) {
        try {
            return header == null || header.isBlank() ? List.of() : LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
