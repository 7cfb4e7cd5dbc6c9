package de.stadttor.channels.email.body;

import de.stadttor.channels.email.mime.Entity;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The charset of an HTML part: the header's, else the one its own {@code meta} element names. */
final class HtmlCharset {

    private static final Pattern META =
            Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})");
    private static final int HEAD = 2_048;

    private HtmlCharset() {}

    static @Nullable String of(Entity part, byte[] html) {
        String declared = part.type().charset();
        if (declared != null && !declared.equalsIgnoreCase("us-ascii")) {
            return declared;
        }
        String head = new String(html, 0, Math.min(html.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher meta = META.matcher(head);
        return meta.find() ? meta.group(1) : declared;
    }
}
