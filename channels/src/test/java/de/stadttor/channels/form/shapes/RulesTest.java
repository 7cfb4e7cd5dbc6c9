package de.stadttor.channels.form.shapes;

import static com.google.common.util.concurrent.Uninterruptibles.awaitUninterruptibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.shapes.FormMapping;
import de.stadttor.shapes.FormMapping.Kind;
import de.stadttor.web.BadRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class RulesTest {

    private static final String DOCUMENT =
            "<m:meldung xmlns:m='urn:example:meldung' id='F-1'><m:ort>Größe 8</m:ort><m:hoehe>4.5</m:hoehe>"
                    + "<m:tier>Wespen</m:tier><m:tier>Bienen</m:tier></m:meldung>";

    private static final String STYLESHEET = """
        <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                        xmlns:m="urn:example:meldung" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                        xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xsl:output method="json"/>
          <xsl:template match="/">
            <xsl:sequence select="%s"/>
          </xsl:template>
        </xsl:stylesheet>
        """;

    @TempDir
    private Path folder;

    private final ReadyRules rules = new ReadyRules();

    @Test
    void aTableTakesEachPlaceFromAPath() {
        String table = """
            {"namespaces": {"m": "urn:example:meldung"},
             "values": {"/submissionId": "/m:meldung/@id", "/fields/ort": "/*/m:ort",
                        "/fields/hoehe": "number(/*/m:hoehe)", "/fields/arten": "/*/m:tier/string()",
                        "/fields/viele": "count(/*/m:tier) > 1", "/fields/fehlt": "/*/m:nichts"}}
            """;
        assertThat(followed(Kind.XPATH, table, DOCUMENT))
                .isEqualTo("{\"submissionId\":\"F-1\",\"fields\":{\"ort\":\"Größe 8\",\"hoehe\":4.5,"
                        + "\"arten\":[\"Wespen\",\"Bienen\"],\"viele\":true}}");
    }

    @Test
    void aStylesheetWritesTheSubmission() {
        String stylesheet = STYLESHEET.formatted(
                "map{'submissionId': string(/m:meldung/@id), 'fields': map{'ort': string(/*/m:ort)}}");
        assertThat(followed(Kind.XSLT, stylesheet, DOCUMENT))
                .contains("\"submissionId\":\"F-1\"")
                .contains("\"fields\":{\"ort\":\"Größe 8\"}");
    }

    @Test
    void aMappingThatWasRemovedAndMadeAnewFollowsItsNewRules() {
        byte[] document = DOCUMENT.getBytes(StandardCharsets.UTF_8);
        for (String said : List.of("first", "second")) {
            var mapping = new FormMapping(
                    "anew",
                    Kind.XPATH,
                    "{urn:example:meldung}meldung",
                    "insektennest",
                    null,
                    "{\"values\": {\"/text\": \"'" + said + "'\"}}",
                    1);
            assertThat(new String(rules.follow(mapping, document).block(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"text\":\"" + said + "\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doc('%s')",
                "unparsed-text('%s')",
                "unparsed-text-lines('%s')",
                "collection('%s')",
                "uri-collection('%s')",
                "document('%s')",
                "json-doc('%s')",
                "transform(map{'stylesheet-location': '%s', 'source-node': /})",
            })
    void rulesReadNoFile(String expression) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.xml"), "<secret>hunter2</secret>");
        assertReachesNothing(expression.formatted(secret.toUri()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"doc('%s')", "unparsed-text('%s')", "json-doc('%s')", "document('%s')"})
    void rulesCallNoAddress(String expression) throws IOException {
        var calls = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            assertReachesNothing(expression.formatted(
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/x"));
            assertThat(calls).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Q{java:java.lang.System}getProperty('user.home')",
                "Q{java:java.lang.Runtime}getRuntime()",
                "environment-variable('PATH')",
                "system-property('user.home')",
                "available-environment-variables()"
            })
    void rulesLearnNothingOfTheSystem(String expression) {
        assertReachesNothing(expression);
    }

    /** As a value of either kind of rules: they are refused, fail, or say nothing. */
    private void assertReachesNothing(String expression) {
        String escaped = expression.replace("'", "\\u0027");
        assertSaysNothing(Kind.XPATH, "{\"values\": {\"/text\": \"string-join(" + escaped + ")\"}}");
        assertSaysNothing(Kind.XSLT, STYLESHEET.formatted("map{'text': string-join(" + expression + ")}"));
    }

    private void assertSaysNothing(Kind kind, String rule) {
        if (rules.faults(mapping(kind, rule)).block().isEmpty()) {
            String said;
            try {
                said = followed(kind, rule, DOCUMENT);
            } catch (Refused refused) {
                return;
            }
            assertThat(said).isIn("{\"text\":\"\"}", "{ \"text\":\"\" }", "{}");
        }
    }

    @Test
    void aStylesheetWritesNoFile() {
        String target = folder.resolve("written.txt").toUri().toString();
        String stylesheet = """
            <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
              <xsl:output method="text"/>
              <xsl:template match="/"><xsl:result-document href="%s">x</xsl:result-document>{}</xsl:template>
            </xsl:stylesheet>
            """.formatted(target);
        assertThatThrownBy(() -> followed(Kind.XSLT, stylesheet, DOCUMENT)).isInstanceOf(Refused.class);
        assertThat(folder.resolve("written.txt")).doesNotExist();
    }

    @Test
    void aStylesheetWithoutEndIsStopped() {
        String stylesheet = """
            <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
              <xsl:output method="text"/>
              <xsl:template match="/">
                <xsl:iterate select="1 to 2000000000"><xsl:if test=". = 0"><xsl:text>x</xsl:text></xsl:if></xsl:iterate>
              </xsl:template>
            </xsl:stylesheet>
            """;
        assertThatThrownBy(() -> followed(Kind.XSLT, stylesheet, DOCUMENT)).isInstanceOf(Refused.class);
    }

    @Test
    void aStylesheetThatCallsItselfForEverIsRefused() {
        String stylesheet = """
            <xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
              <xsl:output method="text"/>
              <xsl:template match="/" name="again"><a><xsl:call-template name="again"/></a></xsl:template>
            </xsl:stylesheet>
            """;
        assertThatThrownBy(() -> followed(Kind.XSLT, stylesheet, DOCUMENT)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><x>&b;</x>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
                "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'><x/>",
                "<x>&unknown;</x>",
                "<x><y></x>",
                "no xml",
                "",
                "<x/><y/>"
            })
    void documentsWithADocumentTypeOrWithoutAFormAreNoXml(String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> XmlDocument.read(ClosedWorld.processor(), bytes))
                .isInstanceOf(BadRequest.class);
    }

    @Test
    void aDocumentThatIsNestedTooDeeplyIsRefused() {
        byte[] deep = ("<x>".repeat(5000) + "</x>".repeat(5000)).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> XmlDocument.read(ClosedWorld.processor(), deep))
                .isInstanceOfAny(Refused.class, BadRequest.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<xsl:oops/>", "no stylesheet", "<a/>"})
    void aStylesheetThatIsNoneIsNotKept(String stylesheet) {
        assertThat(rules.faults(mapping(Kind.XSLT, stylesheet)).block()).isNotEmpty();
    }

    @Test
    void aNumberThatIsNoneLeavesItsPlaceOut() {
        String table = """
            {"values": {"/fields/hoehe": "number('hoch')", "/fields/tiefe": "xs:float('INF')",
                        "/fields/alle": "(1, number('zwei'), 3)"}}
            """;
        assertThat(followed(Kind.XPATH, table, DOCUMENT)).isEqualTo("{\"fields\":{\"alle\":[1,3]}}");
    }

    @Test
    void aValueThatIsNoTextIsAFaultOfTheRules() {
        assertThat(refusal("{\"values\": {\"/text\": \"map{}\"}}")).isEqualTo(Refusal.Invalid.at("", "mapping-failed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 to 2000000000", "for $i in 1 to 2000000000 return 'x'", "string-join(1 to 1000000)"})
    void aTableMakesNoMoreThanASubmissionCanHold(String expression) {
        assertThat(refusal("{\"values\": {\"/text\": \"" + expression + "\"}}")).isInstanceOf(Refusal.TooLarge.class);
    }

    @Test
    void whileTooManyDocumentsWaitTheNextShallComeAgainAndRulesAreCheckedAllTheSame() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        Scheduler workers = Schedulers.newBoundedElastic(1, 1, "full");
        try {
            workers.schedule(() -> {
                begun.countDown();
                awaitUninterruptibly(end);
            });
            begun.await();
            workers.schedule(() -> {});
            var full = new ReadyRules(workers);
            FormMapping mapping = mapping(Kind.XPATH, "{\"values\": {\"/text\": \"1\"}}");
            assertThatThrownBy(() -> full.follow(mapping, new byte[0]).block())
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.Busy.class));
            assertThat(full.faults(mapping).block()).isEmpty();
        } finally {
            end.countDown();
            workers.dispose();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"values\":{\"/text\":\"///\"}}",
                "[",
                "{\"values\":{\"text\":\"1\"}}",
                "{\"values\":{\"\":\"1\"}}",
                "{\"values\":{\"/fields\":\"1\",\"/fields/ort\":\"2\"}}",
                "{\"values\":{\"/fields/ort/teil\":\"1\",\"/fields/ort\":\"2\"}}"
            })
    void aTableThatIsNoneIsNotKept(String table) {
        assertThat(rules.faults(mapping(Kind.XPATH, table)).block()).isNotEmpty();
    }

    private String followed(Kind kind, String rule, String document) {
        return new String(
                rules.follow(mapping(kind, rule), document.getBytes(StandardCharsets.UTF_8))
                        .block(),
                StandardCharsets.UTF_8);
    }

    private Refusal refusal(String table) {
        return catchThrowableOfType(Refused.class, () -> followed(Kind.XPATH, table, DOCUMENT))
                .refusal();
    }

    private static FormMapping mapping(Kind kind, String rule) {
        return new FormMapping(
                "m" + rule.hashCode(), kind, "{urn:example:meldung}meldung", "insektennest", null, rule, 1);
    }
}
