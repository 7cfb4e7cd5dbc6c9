package de.stadttor.channels.email.body;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What a reader sees of an element: senders hide preview lines, tracking and spam behind style sheets. */
final class Visibility {

    private static final Set<String> NEVER_SHOWN =
            Set.of("script", "style", "head", "title", "template", "noscript", "object", "svg", "iframe", "select");
    private static final Pattern HIDING = Pattern.compile("display:none|visibility:hidden|mso-hide:all"
            + "|font-size:0(?:px|pt|em|%)?(?:;|$|!)|(?:^|;)opacity:0(?:\\.0+)?(?:;|$|!)"
            + "|(?:^|;)max-height:0(?:px)?(?:;|$|!)");

    private Visibility() {}

    static boolean isHidden(Element element) {
        if (NEVER_SHOWN.contains(element.normalName()) || element.hasAttr("hidden")) {
            return true;
        }
        String style = element.attr("style");
        return !style.isEmpty() && HIDING.matcher(plain(style)).find();
    }

    /** Whether line breaks in the text of {@code element} count, given whether they do in its parent. */
    static boolean keepsLines(Element element, boolean inherited) {
        String name = element.normalName();
        if (name.equals("pre") || name.equals("xmp") || name.equals("plaintext") || name.equals("textarea")) {
            return true;
        }
        String style = element.attr("style");
        if (style.contains("white-space")) {
            return plain(style).contains("white-space:pre");
        }
        return inherited && !name.equals("td");
    }

    /** A blockquote that only indents (no border, no cite) quotes nobody. */
    static boolean isQuotation(Element blockquote) {
        String style = plain(blockquote.attr("style"));
        boolean cites = blockquote.attr("type").equalsIgnoreCase("cite")
                || !blockquote.className().isEmpty();
        return cites || style.isEmpty() || !style.contains("border:none");
    }

    private static String plain(String style) {
        return style.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }
}
