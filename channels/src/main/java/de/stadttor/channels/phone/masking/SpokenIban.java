package de.stadttor.channels.phone.masking;

import de.stadttor.channels.phone.masking.Tokens.Token;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.validator.routines.checkdigit.IBANCheckDigit;

/** Account numbers (ISO 13616), by their check digits; Germans also say theirs without the country. */
final class SpokenIban implements Detector {

    private static final String LABEL = "[IBAN]";
    private static final int SHORTEST = 15;
    private static final int LONGEST = 34;
    private static final int GERMAN_DIGITS = 20;

    @Override
    public List<Masked> in(String text) {
        List<Token> tokens = Tokens.of(text);
        List<Masked> found = new ArrayList<>();
        int next = 0;
        while (next < tokens.size()) {
            int last = longest(tokens, next);
            if (last >= 0) {
                found.add(new Masked(tokens.get(next).start(), tokens.get(last).end(), LABEL));
            }
            next = last >= 0 ? last + 1 : next + 1;
        }
        return found;
    }

    /** The last token of an account number that begins here; -1 for none. */
    private static int longest(List<Token> tokens, int first) {
        String prefix = tokens.get(first).digits() == null ? "" : "DE";
        var code = new StringBuilder(prefix);
        int longest = -1;
        for (int i = first; i < tokens.size() && code.length() < LONGEST; i++) {
            String coded = tokens.get(i).coded();
            if (coded.isEmpty()) {
                break;
            }
            code.append(coded);
            if (isOne(code.toString(), !prefix.isEmpty())) {
                longest = i;
            }
        }
        return longest;
    }

    private static boolean isOne(String code, boolean german) {
        return code.length() >= SHORTEST
                && code.length() <= LONGEST
                && (!german || code.length() == GERMAN_DIGITS + 2)
                && Character.isLetter(code.charAt(0))
                && Character.isLetter(code.charAt(1))
                && Character.isDigit(code.charAt(2))
                && IBANCheckDigit.IBAN_CHECK_DIGIT.isValid(code);
    }
}
