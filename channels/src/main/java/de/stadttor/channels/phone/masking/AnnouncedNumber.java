package de.stadttor.channels.phone.masking;

import com.google.re2j.Pattern;
import de.stadttor.channels.phone.masking.Tokens.Token;
import java.util.ArrayList;
import java.util.List;

/** Numbers that somebody announces as secret: a recognizer's mistake in one digit must not spare the others. */
final class AnnouncedNumber implements Detector {

    private static final String LABEL = "[Nummer]";

    private static final Pattern LONG = Pattern.compile(
            "(?i)\\b(?:iban|kontonummer|kartennummer|kreditkarte(?:nnummer)?|card number|account number)\\b");

    private static final Pattern SHORT = Pattern.compile(
            "(?i)\\b(?:cvc|cvv|pr(?:ü|ue)fnummer|kartenpr(?:ü|ue)fnummer|pin|tan|geheimzahl|security code)\\b");

    /** So many digits must follow to be meant, and so many characters may lie between. */
    private static final int LONG_DIGITS = 8;

    private static final int SHORT_DIGITS = 3;
    private static final int NEAR = 80;

    @Override
    public List<Masked> in(String text) {
        List<Token> tokens = Tokens.of(text);
        List<Masked> found = new ArrayList<>();
        collect(text, tokens, LONG, LONG_DIGITS, found);
        collect(text, tokens, SHORT, SHORT_DIGITS, found);
        return found;
    }

    private static void collect(String text, List<Token> tokens, Pattern words, int digits, List<Masked> found) {
        var matcher = words.matcher(text);
        int from = 0;
        while (matcher.find()) {
            while (from < tokens.size() && tokens.get(from).start() < matcher.end()) {
                from++;
            }
            follow(tokens, from, matcher.end(), digits, found);
        }
    }

    private static void follow(List<Token> tokens, int from, int behind, int digits, List<Masked> found) {
        int first = from;
        while (first < tokens.size()
                && tokens.get(first).digits() == null
                && tokens.get(first).start() - behind < NEAR) {
            first++;
        }
        int last = first;
        int count = 0;
        while (last < tokens.size() && tokens.get(last).digits() != null) {
            count += String.valueOf(tokens.get(last).digits()).length();
            last++;
        }
        if (count >= digits && tokens.get(first).start() - behind < NEAR) {
            found.add(new Masked(tokens.get(first).start(), tokens.get(last - 1).end(), LABEL));
        }
    }
}
