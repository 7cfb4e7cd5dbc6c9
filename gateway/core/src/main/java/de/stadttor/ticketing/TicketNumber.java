package de.stadttor.ticketing;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number a citizen reads out on the phone, such as {@code 2026-000123-7}. For people only: it gives no access.
 *
 * @param year calendar year of opening in the office's zone, 2020 to 9999
 * @param sequence running number within that year, 1 to 999 999 999
 */
public record TicketNumber(int year, int sequence) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})-(\\d{6,9})-(\\d)");

    /**
     * The quasigroup of H. M. Damm's check digit (Dissertation, Marburg 2004): finds every single wrong digit and every
     * swap of neighbours.
     */
    private static final String[] DAMM = {
        "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
        "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"
    };

    public TicketNumber {
        if (year < 2020 || year > 9999) {
            throw new IllegalArgumentException("year: " + year + " (expected: 2020 to 9999)");
        }
        if (sequence < 1 || sequence > 999_999_999) {
            throw new IllegalArgumentException("sequence: " + sequence + " (expected: 1 to 999999999)");
        }
    }

    /** Reads the written form; surrounding blanks are forgiven, a wrong check digit is not. */
    public static TicketNumber of(String text) {
        var match = WRITTEN.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("not a ticket number");
        }
        var number = new TicketNumber(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
        if (!number.toString().equals(match.group())) {
            throw new IllegalArgumentException("not a ticket number");
        }
        return number;
    }

    @Override
    public String toString() {
        String digits = String.format(Locale.ROOT, "%04d-%06d", year, sequence);
        return digits + "-" + checkDigit(digits);
    }

    private static char checkDigit(String digits) {
        char interim = '0';
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) != '-') {
                interim = DAMM[interim - '0'].charAt(digits.charAt(i) - '0');
            }
        }
        return interim;
    }
}
