package de.stadttor.channels.email.body;

import de.stadttor.channels.email.mime.Oddities;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Tells what cleaning will take away, so that a person knows that the original looked different. */
final class HtmlOddities {

    private static final int MANY_LINKS = 5_000;
    private static final int MANY_ELEMENTS = 50_000;

    private final Oddities oddities;
    private int links;
    private int elements;

    private HtmlOddities(Oddities oddities) {
        this.oddities = oddities;
    }

    /** False when there are so many elements that cleaning would take seconds; then only the text is to be shown. */
    static boolean note(Document document, Oddities oddities) {
        HtmlOddities found = new HtmlOddities(oddities);
        NodeTraversor.traverse(
                (NodeVisitor) (node, _) -> {
                    if (node instanceof Element element) {
                        found.look(element);
                    }
                },
                document);
        if (found.elements > MANY_ELEMENTS) {
            oddities.note("html-too-complex");
        }
        return found.elements <= MANY_ELEMENTS;
    }

    private void look(Element element) {
        elements++;
        switch (element.normalName()) {
            case "script", "iframe", "object", "embed", "applet" -> oddities.note("active-content-removed");
            case "form", "input", "button", "select", "textarea" -> oddities.note("form-removed");
            case "img", "video", "audio", "source" -> remote(element.attr("src"));
            case "a", "area" -> link(element.attr("href"));
            case "link" -> remote(element.attr("href"));
            default -> {
                return;
            }
        }
    }

    private void remote(String source) {
        if (source.matches("(?is)\\s*(https?:|ftp:|//).*")) {
            oddities.note("remote-content-removed");
        }
    }

    private void link(String target) {
        if (++links == MANY_LINKS) {
            oddities.note("many-links");
        }
        String scheme = target.replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
        if (scheme.startsWith("javascript:") || scheme.startsWith("vbscript:") || scheme.startsWith("data:")) {
            oddities.note("unsafe-link-removed");
        }
    }
}
