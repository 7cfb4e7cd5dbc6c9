package de.stadttor.channels.email.body;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Makes a stranger's HTML harmless with the OWASP sanitizer and an allow list: text, tables, lists, links people click
 * themselves, images that came with the message. Nothing is loaded from elsewhere, nothing runs.
 */
final class HtmlCleaner {

    private static final Pattern CARRIED_IMAGE =
            Pattern.compile("(?i)cid:[^\\s\"'<>]{1,500}|data:image/(?:png|gif|jpe?g|webp);base64,[a-z0-9+/=\\s]+");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,5}(?:%|px|pt)?");
    private static final Pattern WORD = Pattern.compile("[\\w #,.%-]{1,60}");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "a",
                    "abbr",
                    "address",
                    "b",
                    "big",
                    "blockquote",
                    "br",
                    "caption",
                    "center",
                    "cite",
                    "code",
                    "col",
                    "colgroup",
                    "dd",
                    "del",
                    "dfn",
                    "div",
                    "dl",
                    "dt",
                    "em",
                    "font",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "i",
                    "img",
                    "ins",
                    "kbd",
                    "li",
                    "ol",
                    "p",
                    "pre",
                    "q",
                    "s",
                    "samp",
                    "small",
                    "span",
                    "strike",
                    "strong",
                    "sub",
                    "sup",
                    "table",
                    "tbody",
                    "td",
                    "tfoot",
                    "th",
                    "thead",
                    "tr",
                    "tt",
                    "u",
                    "ul",
                    "var")
            .allowWithoutAttributes("span", "font")
            .allowStandardUrlProtocols()
            .allowUrlProtocols("tel", "cid", "data")
            .allowAttributes("href")
            .matching(Pattern.compile("(?i)\\s*(?:https?|mailto|tel):.*", Pattern.DOTALL))
            .onElements("a")
            .allowAttributes("src")
            .matching(CARRIED_IMAGE)
            .onElements("img")
            .allowAttributes("width", "height", "border", "cellpadding", "cellspacing", "size", "start")
            .matching(LENGTH)
            .globally()
            .allowAttributes("align", "valign", "dir", "lang", "color", "face", "bgcolor", "type")
            .matching(WORD)
            .globally()
            .allowAttributes("alt", "title", "colspan", "rowspan", "scope", "cite")
            .globally()
            .allowStyling(CssSchema.DEFAULT)
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .toFactory();

    private HtmlCleaner() {}

    static String clean(Document document) {
        // The sanitizer also escapes the at sign, which no browser needs and which hides cid: references from simple
        // readers.
        return POLICY.sanitize(document.body().html()).replace("&#64;", "@").strip();
    }
}
