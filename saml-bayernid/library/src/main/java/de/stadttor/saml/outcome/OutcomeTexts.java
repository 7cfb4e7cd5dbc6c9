package de.stadttor.saml.outcome;

import de.stadttor.saml.outcome.LoginOutcome.NotLoggedIn;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a person is told when a login ended without one; German first, English for everyone else who asks for it. */
public final class OutcomeTexts {

    private static final String BUNDLE = "de.stadttor.saml.outcomes";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final ResourceBundle GERMAN_TEXTS = bundle(Locale.ROOT);

    private static final ResourceBundle ENGLISH_TEXTS = bundle(Locale.ENGLISH);

    private OutcomeTexts() {}

    /** Reads the texts, so that this is done before somebody waits for a page on an event loop. */
    public static void read() {
        text("title", Locale.GERMAN);
    }

    /**
     * The text for one ending, in plain text.
     *
     * @param locale English gives English, everything else German
     */
    public static String of(NotLoggedIn outcome, Locale locale) {
        return text(key(outcome), locale);
    }

    /** Another text of the same bundle, such as {@code title} or {@code again}. */
    public static String text(String key, Locale locale) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return (english ? ENGLISH_TEXTS : GERMAN_TEXTS).getString(key);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
    }

    private static String key(NotLoggedIn outcome) {
        return switch (outcome) {
            case LoginOutcome.Cancelled _ -> "cancelled";
            case LoginOutcome.WentBack _ -> "cancelled";
            case LoginOutcome.Denied _ -> "denied";
            case LoginOutcome.LevelUnavailable _ -> "level-unavailable";
            case LoginOutcome.AttributesMissing _ -> "attributes-missing";
            case LoginOutcome.ProviderFault _ -> "provider-fault";
            case LoginOutcome.Rejected _ -> "rejected";
            case LoginOutcome.Unavailable _ -> "unavailable";
        };
    }
}
