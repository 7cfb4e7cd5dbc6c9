package de.stadttor.channels.email.mime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was odd about a message, as short stable codes such as {@code charset-guessed}: shown to people, so never with
 * content of the message. At most {@value #LIMIT} are kept. Not safe for use by several threads.
 */
public final class Oddities {

    private static final int LIMIT = 64;

    private final Set<String> codes = new LinkedHashSet<>();

    /** Notes {@code code} once; further ones beyond the limit are dropped. */
    public void note(String code) {
        if (codes.size() < LIMIT) {
            codes.add(code);
        }
    }

    public boolean has(String code) {
        return codes.contains(code);
    }

    /** In the order of noticing. */
    public List<String> codes() {
        return List.copyOf(codes);
    }
}
