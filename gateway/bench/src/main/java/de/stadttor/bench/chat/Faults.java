package de.stadttor.bench.chat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What went wrong at the clients of a server.
 *
 * @param misplaced messages that were acknowledged after one that they were written before
 * @param gone connections that ended by themselves
 * @param refused messages by the code they were refused with; they are not stored, and so not lost
 */
record Faults(long misplaced, long gone, Map<String, Integer> refused) {

    Faults {
        refused = Map.copyOf(refused);
    }

    /** Reads what {@link #toString} has written. */
    static Faults of(String line) {
        String[] words = line.split(" ", -1);
        Map<String, Integer> refused = new TreeMap<>();
        for (int i = 2; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            refused.put(pair[0], Integer.valueOf(pair[1]));
        }
        return new Faults(Long.parseLong(words[0]), Long.parseLong(words[1]), refused);
    }

    @Override
    public String toString() {
        return misplaced
                + " "
                + gone
                + refused.entrySet().stream()
                        .map(each -> " " + each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining());
    }
}
