package de.stadttor.channels.email.files;

import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.EntityReader;
import de.stadttor.channels.email.mime.Oddities;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives each file of a message a safe name; two files may have the same one, as their sender wanted. */
final class FileNames {

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("message/rfc822", "message.eml"),
            Map.entry("message/delivery-status", "delivery-status.txt"),
            Map.entry("message/disposition-notification", "disposition-notification.txt"),
            Map.entry("text/rfc822-headers", "headers.txt"),
            Map.entry("text/calendar", "invitation.ics"),
            Map.entry("text/html", "text.html"),
            Map.entry("text/plain", "text.txt"),
            Map.entry("application/pgp-signature", "signature.asc"),
            Map.entry("application/pgp-encrypted", "version.asc"),
            Map.entry("application/pgp-keys", "key.asc"),
            Map.entry("application/pkcs7-signature", "smime.p7s"),
            Map.entry("application/x-pkcs7-signature", "smime.p7s"),
            Map.entry("application/pkcs7-mime", "smime.p7m"),
            Map.entry("application/pdf", "document.pdf"),
            Map.entry("image/jpeg", "image.jpg"),
            Map.entry("image/svg+xml", "image.svg"));

    private final Oddities oddities;

    FileNames(Oddities oddities) {
        this.oddities = oddities;
    }

    /** {@code media} is the file's found type, for a name where none was given. */
    String name(FoundFile file, String media) {
        String given = file.name();
        String safe = given == null ? "" : SafeName.of(given);
        if (given != null && !safe.equals(given.strip())) {
            oddities.note("file-name-changed");
        }
        if (safe.isEmpty()) {
            safe = made(file, media);
        }
        return safe;
    }

    private static String made(FoundFile file, String media) {
        if (media.equals("message/rfc822")) {
            String subject = subject(file);
            String name = subject == null ? "" : SafeName.of(subject);
            return name.isEmpty() ? "message.eml" : name + ".eml";
        }
        String usual = USUAL.get(media);
        if (usual != null) {
            return usual;
        }
        String subtype = media.substring(media.indexOf('/') + 1).replaceFirst("^x-", "");
        boolean image = media.startsWith("image/") && subtype.matches("[a-z]{2,5}");
        return image ? "image." + subtype : "attachment.bin";
    }

    private static @Nullable String subject(FoundFile file) {
        Entity message = EntityReader.message(
                file.encoded().part(0, Math.min(file.encoded().length(), 64 << 10)), new Oddities());
        return message.header().text("subject");
    }
}
