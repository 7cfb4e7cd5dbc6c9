package de.stadttor.citizenapi.zms;

import java.util.Arrays;
import java.util.List;

/** Numbers as clients of ZMS write them. */
final class ZmsNumbers {

    static final long MOST = 999_999_999;
    static final long MOST_TIMES = 25;
    static final int MOST_SERVICES = 20;

    private ZmsNumbers() {}

    /** Decimal digits, from 1 to {@code most}; 0 for everything else. */
    static long read(String text, long most) {
        if (!text.matches("[1-9][0-9]{0,11}")) {
            return 0;
        }
        long number = Long.parseLong(text);
        return number > most ? 0 : number;
    }

    /** With commas between; refused with {@code code} when one is none. */
    static List<Integer> list(String text, long most, ZmsCode code) {
        List<Integer> numbers = Arrays.stream(text.split(",", -1))
                .map(part -> Math.toIntExact(read(part.strip(), most)))
                .toList();
        if (numbers.contains(0) || numbers.size() > MOST_SERVICES) {
            throw new ZmsError(code);
        }
        return numbers;
    }
}
