package de.stadttor.channels.email.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The visible text of HTML: paragraphs, lists with their marks, table rows as lines, links with their target,
 * quotations marked with {@code >} as mail programs do. What is hidden from the reader's eye is left out.
 */
public final class HtmlText implements NodeFilter {

    private static final Set<String> PARAGRAPHS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "table");
    private static final Set<String> LINES = Set.of(
            "div",
            "tr",
            "dt",
            "address",
            "article",
            "section",
            "header",
            "footer",
            "center",
            "caption",
            "body",
            "form",
            "fieldset",
            "main",
            "nav",
            "aside",
            "figure",
            "option");

    private final TextLines lines = new TextLines();
    private final Deque<Boolean> keepingLines = new ArrayDeque<>();

    private HtmlText() {}

    /** Text with line feeds, no blanks at line ends, no leading or trailing empty lines. */
    public static String of(Element root) {
        HtmlText text = new HtmlText();
        root.filter(text);
        return text.lines.finish();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            text(text);
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        if (Visibility.isHidden(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        keepingLines.push(Visibility.keepsLines(element, Boolean.TRUE.equals(keepingLines.peek())));
        open(element);
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            keepingLines.pop();
            close(element);
        }
        return FilterResult.CONTINUE;
    }

    private void text(TextNode text) {
        if (Boolean.TRUE.equals(keepingLines.peek())) {
            lines.preformatted(text.getWholeText());
        } else {
            lines.words(text.getWholeText());
        }
    }

    private void open(Element element) {
        switch (element.normalName()) {
            case "br" -> lines.lineBreak();
            case "hr" -> lines.rule();
            case "li" -> lines.item(mark(element));
            case "td", "th" -> lines.cell();
            case "img" -> image(element);
            case "blockquote" -> openQuote(element);
            default -> block(element);
        }
    }

    private void close(Element element) {
        switch (element.normalName()) {
            case "a" -> link(element);
            case "blockquote" -> closeQuote(element);
            case "li", "dd" -> lines.endItem();
            default -> block(element);
        }
    }

    private void block(Element element) {
        String name = element.normalName();
        if (PARAGRAPHS.contains(name)) {
            lines.paragraph(margin(element));
        } else if (LINES.contains(name)) {
            lines.line();
        } else if (name.equals("dd")) {
            lines.item("  ");
        }
    }

    /** Outlook writes every line as a paragraph without margin; there a paragraph is only a line. */
    private static boolean margin(Element element) {
        String name = element.normalName();
        if (name.equals("p")) {
            String style = element.attr("style").replace(" ", "").toLowerCase(java.util.Locale.ROOT);
            boolean flat =
                    element.hasClass("MsoNormal") || style.contains("margin:0") || style.contains("margin-bottom:0");
            return !flat;
        }
        boolean nested =
                element.parent() != null && element.parent().normalName().equals("li");
        return !nested && !name.equals("table");
    }

    private static String mark(Element item) {
        Element list = item.parent();
        if (list == null || !list.normalName().equals("ol")) {
            return "- ";
        }
        return ListNumber.of(item, list) + ". ";
    }

    private void image(Element image) {
        String alt = image.attr("alt").strip();
        boolean telling = !alt.isEmpty() && alt.length() < 200 && !alt.matches("(?i).*\\.(png|jpe?g|gif|bmp|svg)");
        if (telling) {
            lines.words("[" + alt + "]");
        }
    }

    private void link(Element link) {
        String target = link.attr("href").strip();
        String shown = link.text().strip();
        if (shown.isEmpty() || !target.matches("(?is)(https?|ftp|mailto|tel):.*")) {
            return;
        }
        String address = target.replaceFirst("(?i)^(mailto|tel):", "");
        if (!LinkText.says(shown, address)) {
            lines.words(" <" + address + ">");
        }
    }

    private void openQuote(Element quote) {
        lines.line();
        if (Visibility.isQuotation(quote)) {
            lines.quote(1);
        }
    }

    private void closeQuote(Element quote) {
        lines.line();
        if (Visibility.isQuotation(quote)) {
            lines.quote(-1);
        }
    }
}
