package de.stadttor.channels.email.body;

import java.util.regex.Pattern;

/** The words of text/enriched (RFC 1896): commands go, {@code <<} is a bracket, single line breaks are blanks. */
final class EnrichedText {

    private static final Pattern PARAMETER = Pattern.compile("(?is)<param>.{0,500}?</param>");
    private static final Pattern COMMAND = Pattern.compile("</?[A-Za-z0-9-]{1,60}>");

    private EnrichedText() {}

    static String plain(String enriched) {
        String marked = enriched.replace("<<", "\u0001");
        String words = COMMAND.matcher(PARAMETER.matcher(marked).replaceAll("")).replaceAll("");
        return words.replaceAll("(?<!\n)\n(?!\n)", " ")
                .replaceAll("\n(\n+)", "$1")
                .replace('\u0001', '<');
    }
}
