package de.stadttor.channels.email.outbound.templates;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.letters.LetterTemplate.Words;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilledWordsTest {

    private static final Words SIGNATURE = new Words("", "Ihre\n{sender}", null);
    private static final Map<String, String> PLACES = Map.of(
            "number", "2026-000123-7",
            "text", "Eins <b>\n\nZwei",
            "sender", "Amt & Co",
            "accessLink", "https://stadttor.example/fall#a\"b",
            "evil", "javascript:alert(1)");

    @Test
    void aLineWhosePlacesStayEmptyLeavesNoGap() {
        var words = new Words("", "Oben\n\nHier: {portalLink}\n\nUnten", null);
        assertThat(new FilledWords(words, SIGNATURE, PLACES).text()).isEqualTo("Oben\n\nUnten");
    }

    @Test
    void theSubjectIsOneLine() {
        var words = new Words("{text}", "", null);
        assertThat(new FilledWords(words, SIGNATURE, PLACES).subject()).isEqualTo("Eins <b>  Zwei");
    }

    @Test
    void whatIsFilledInStaysTextInHtml() {
        var words = new Words("", "{text}\n\n{signature}", null);
        assertThat(new FilledWords(words, SIGNATURE, PLACES).html())
                .contains("<p>Eins &lt;b&gt;</p>")
                .contains("<p>Zwei</p>")
                .contains("Amt &amp; Co");
    }

    @Test
    void whatIsFilledInStaysTextInHtmlOfOnesOwn() {
        var words = new Words("", "t", "<div>{text}</div><p title=\"{accessLink}\">{signature}</p>");
        String html = new FilledWords(words, SIGNATURE, PLACES).html();
        assertThat(html).contains("Eins &lt;b&gt;").doesNotContain("<b>").contains("Amt &amp; Co");
    }

    @Test
    void aSignatureOfOnesOwnStandsInHtmlMadeOfTheText() {
        var own = new Words("", "Ihr Amt", "<p>Ihr <strong>{sender}</strong> <img src=\"cid:logo\" alt=\"\"></p>");
        var words = new Words("", "Guten Tag\n\n{signature}\n\nEnde", null);
        assertThat(new FilledWords(words, own, PLACES).html())
                .contains("<strong>Amt &amp; Co</strong>")
                .contains("cid:logo")
                .contains("<p>Ende</p>")
                .doesNotContain("\uE000");
    }

    @Test
    void nothingOfOnesOwnHtmlRunsOrLoadsFromElsewhere() {
        var words = new Words(
                "",
                "t",
                "<script>a()</script><p onclick=\"a()\" style=\"background:url(https://x.example/p)\">P</p><img"
                    + " src=\"https://x.example/p.png\"><a href=\"{evil}\">L</a><iframe src=\"https://x\"></iframe>");
        assertThat(new FilledWords(words, SIGNATURE, PLACES).html())
                .contains("<p>P</p>")
                .doesNotContain("script")
                .doesNotContain("x.example")
                .doesNotContain("onclick")
                .doesNotContain("iframe");
    }

    @Test
    void whatIsFilledInIsNotReadAgain() {
        var words = new Words("", "{text}", null);
        assertThat(new FilledWords(words, SIGNATURE, Map.of("text", "{number}", "number", "7")).text())
                .isEqualTo("{number}");
    }
}
