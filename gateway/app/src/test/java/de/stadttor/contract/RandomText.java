package de.stadttor.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Texts as a schema asks for them, texts that programs stumble over, and ids that exist. */
final class RandomText {

    private static final int MOST_KNOWN = 500;

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\uffff",
            "\u202egnp.exe",
            "Ä\u0308ß\u0301𝕏👩‍👩‍👧",
            "../../../etc/passwd",
            "C:\\con",
            "' OR 1=1 --",
            "<script>alert(1)</script>",
            "${jndi:ldap://localhost/a}",
            "{{7*7}}",
            "%00%2e%2e%ff",
            "-1",
            "0x7fffffff",
            "1e400",
            "NaN",
            "null",
            "true",
            "9".repeat(400),
            "\r\nSet-Cookie: a=b",
            "*",
            "\"",
            "\\",
            "2026-02-30T25:61:61Z",
            "00000000-0000-0000-0000-000000000000");

    private final Random random;
    private final Deque<String> known = new ArrayDeque<>();

    RandomText(Random random) {
        this.random = random;
    }

    /** Remembers an id, cursor or event id that the program told. */
    synchronized void learn(String id) {
        if (known.size() == MOST_KNOWN) {
            known.removeFirst();
        }
        known.addLast(id);
    }

    synchronized String known() {
        return known.stream()
                .skip(known.isEmpty() ? 0 : random.nextInt(known.size()))
                .findFirst()
                .orElse(HOSTILE.getLast());
    }

    String hostile() {
        return random.nextInt(20) == 0
                ? "x".repeat(random.nextInt(20_000))
                : HOSTILE.get(random.nextInt(HOSTILE.size()));
    }

    String of(Place schema) {
        return switch (schema.text("format")) {
            case "uuid" -> random.nextBoolean() ? known() : new UUID(random.nextLong(), random.nextLong()).toString();
            case "date-time" ->
                Instant.ofEpochSecond(random.nextLong(4_000_000_000L)).toString();
            case "date" -> LocalDate.ofEpochDay(random.nextInt(40_000)).toString();
            default -> random.nextInt(3) == 0 ? known() : ofLength(schema);
        };
    }

    private String ofLength(Place schema) {
        int least = schema.find("minLength").map(bound -> bound.node().asInt()).orElse(0);
        int most = Math.min(
                schema.find("maxLength").map(bound -> bound.node().asInt()).orElse(50), 5000);
        int length = switch (random.nextInt(8)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> most + 1;
            default -> least + random.nextInt(Math.max(1, Math.min(most, 60) - least + 1));
        };
        StringBuilder text = new StringBuilder();
        random.ints(length, 'a', 'z' + 1).forEach(text::appendCodePoint);
        return text.toString();
    }
}
