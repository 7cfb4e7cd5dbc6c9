package de.stadttor.channels.phone.masking;

import de.stadttor.channels.phone.masking.Tokens.Token;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/** Numbers of payment cards (ISO/IEC 7812), by their length, their first digit and their check digit. */
final class SpokenCard implements Detector {

    private static final String LABEL = "[Kartennummer]";
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

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

    private static int longest(List<Token> tokens, int first) {
        var number = new StringBuilder();
        int longest = -1;
        for (int i = first; i < tokens.size() && number.length() < LONGEST; i++) {
            String digits = tokens.get(i).digits();
            if (digits == null) {
                break;
            }
            number.append(digits);
            if (isOne(number.toString())) {
                longest = i;
            }
        }
        return longest;
    }

    private static boolean isOne(String number) {
        return number.length() >= SHORTEST
                && number.length() <= LONGEST
                && number.charAt(0) >= '2'
                && number.charAt(0) <= '6'
                && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(number);
    }
}
