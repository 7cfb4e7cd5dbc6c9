package de.stadttor.web;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * Texts for people, from bundles on the class path: {@code texts/problems}, {@code texts/identity},
 * {@code texts/tickets}, {@code texts/mail-in}, {@code texts/team}, {@code texts/open311}, {@code texts/phone},
 * {@code texts/zms}, {@code texts/appointment-mail}, {@code texts/chat}. German is the default.
 */
@Component
public final class Texts {

    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();

    public Texts() {
        source.setBasenames(
                "texts/problems",
                "texts/identity",
                "texts/tickets",
                "texts/mail-in",
                "texts/team",
                "texts/open311",
                "texts/phone",
                "texts/zms",
                "texts/appointment-mail",
                "texts/chat");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(Locale.GERMAN);
    }

    public String of(Language language, String key, Object... arguments) {
        return source.getMessage(key, arguments, language.locale());
    }

    /** The same, or {@code otherwise} where there is no such text. */
    public String orElse(Language language, String key, String otherwise) {
        String text = source.getMessage(key, null, otherwise, language.locale());
        return text == null ? otherwise : text;
    }
}
