package de.stadttor.channels.phone.masking;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/** Passwords read aloud: what follows their announcement, or answers the question for one. */
final class SpokenPassword implements Detector {

    private static final String LABEL = "[Passwort]";

    private static final String NAME =
            "(?:passwort|passwort[a-z]*|kennwort|losung|passphrase|pin|tan|geheimzahl|zugangscode|password|passcode)";

    /**
     * The rest of the sentence, or the next line when nothing is left of this one. A full stop within a word ends none,
     * and one behind it may belong to the password.
     */
    private static final Pattern TOLD = Pattern.compile("(?i)\\b" + NAME
            + "\\s*(?:(?:ist|lautet|heißt|heisst|wäre|is|was)\\b|[:=])[\\s:,]*([^\\n]+?(?:[.!?]+(?:\\s|\\z)|\\n|\\z))");

    private static final Pattern ASKED =
            Pattern.compile("(?i)\\b(?:wie|was|what)\\b[^.!?\\n]{0,30}\\b(?:ihr|das|dein|your|the)\\s+" + NAME
                    + "\\b[^\\n]{0,40}\\n([^\\n]+)");

    @Override
    public List<Masked> in(String text) {
        List<Masked> found = new ArrayList<>();
        for (Pattern pattern : List.of(TOLD, ASKED)) {
            var matcher = pattern.matcher(text);
            while (matcher.find()) {
                String told = matcher.group(1);
                found.add(new Masked(
                        matcher.start(1),
                        matcher.start(1) + told.stripTrailing().length(),
                        LABEL));
            }
        }
        return found;
    }
}
