package de.stadttor.channels.email.outbound.templates;

import de.stadttor.letters.LetterKind;
import de.stadttor.letters.LetterTemplate.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Our own words, for what a queue has not changed: {@code texts/mail/<kind>_<language>.txt}, the subject first. */
final class UsualWords {

    private static final List<Locale> SPOKEN = List.of(Locale.GERMAN, Locale.ENGLISH);

    private final Map<String, Words> words = new HashMap<>();

    UsualWords() {
        for (LetterKind kind : LetterKind.values()) {
            for (Locale language : SPOKEN) {
                words.put(name(kind, language), read(name(kind, language)));
            }
        }
    }

    Words of(LetterKind kind, Locale language) {
        return Objects.requireNonNull(words.get(name(kind, language)), "words of a language we speak");
    }

    /** The language we speak that is nearest to a tag of BCP 47; German when there is none. */
    static Locale nearest(String tag) {
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(tag), SPOKEN);
            return found == null ? Locale.GERMAN : found;
        } catch (IllegalArgumentException e) {
            return Locale.GERMAN;
        }
    }

    private static String name(LetterKind kind, Locale language) {
        return kind.code() + "_" + language.getLanguage();
    }

    private static Words read(String name) {
        try (InputStream file = UsualWords.class.getResourceAsStream("/texts/mail/" + name + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("no words for " + name);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            return new Words(
                    text.substring(0, end).strip(), text.substring(end + 1).strip(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
