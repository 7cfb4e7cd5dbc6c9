package de.stadttor.channels.email.body;

import java.util.Locale;

/** Whether a link's text already shows where it leads. */
final class LinkText {

    private LinkText() {}

    static boolean says(String shown, String target) {
        String one = plain(shown);
        String other = plain(target);
        return one.equals(other) || (!other.isEmpty() && one.contains(other));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceFirst("^(mailto|tel):", "")
                .replaceFirst("^https?://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("[/?]{1,9}$", "")
                .replaceAll("\\s", "");
    }
}
