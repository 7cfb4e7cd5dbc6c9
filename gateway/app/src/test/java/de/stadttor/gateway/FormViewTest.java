package de.stadttor.gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The module that draws forms, by itself: what a schema asks for, however it is written. */
@GatewayTest
class FormViewTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String EVERYTHING = """
        {"type":"object","required":["name","kind","consent","place"],"properties":{
          "name":{"type":"string","title":"Name der Sache","maxLength":20},
          "kind":{"oneOf":[{"const":1,"title":"Eins"},{"const":2,"title":"Zwei"}],"title":"Art"},
          "many":{"type":"array","items":{"$ref":"#/$defs/colour"},"title":"Farben"},
          "lines":{"type":"array","items":{"type":"string"},"title":"Zeugen"},
          "long":{"type":"string","maxLength":2000,"title":"Bemerkung"},
          "count":{"type":"integer","title":"Anzahl"},
          "day":{"type":"string","format":"date","title":"Tag"},
          "consent":{"const":true,"title":"Einverstanden"},
          "place":{"type":"object","title":"Ort","required":["street"],"properties":{
            "street":{"type":"string","title":"Straße"}}},
          "other":{"type":"object","title":"Andere Person","required":["who"],"properties":{
            "who":{"type":"string","title":"Wer"},"where":{"type":"string","title":"Wo"}}}},
         "$defs":{"colour":{"enum":["rot","gelb"]}}}
        """;

    private static Chromium chromium;

    @Autowired
    private Clients clients;

    private BrowserContext window;
    private Page page;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openAnyPage() {
        window = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("de-DE"));
        page = window.newPage();
        page.navigate(clients.url() + "/formular/gibt-es-nicht");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Dieses Formular gibt es nicht");
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void givesBackEveryKindOfValueThatItWasGiven() {
        String values = """
            {"name":"Bank","kind":2,"many":["gelb"],"lines":["A","B"],"long":"…","count":3,"day":"2026-11-23",
             "consent":true,"place":{"street":"Marienplatz"},"other":{"who":"Otto"}}\
            """;
        draw(EVERYTHING, "{}", values);
        assertThat(read("view.values()")).isEqualTo(JSON.readTree(values));
        assertThat(read("view.faults()")).isEmpty();
        assertThat(new AxeBuilder(page).include("#page").analyze().getViolations())
                .isEmpty();
    }

    @Test
    void asksForWhatIsRequiredAndForNothingOfWhatIsLeftOut() {
        draw(EVERYTHING, "{}", "{}");
        assertThat(read("view.faults().map((fault) => fault.pointer)").values().stream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrder("/fields/name", "/fields/kind", "/fields/consent", "/fields/place/street");
        page.getByLabel("Wo").fill("Hier");
        assertThat(read("view.faults().map((fault) => fault.pointer)").toString())
                .contains("/fields/other/who");
    }

    @Test
    void aNumberIsReadAsPeopleWriteItAndAnythingElseIsNone() {
        draw("""
            {"properties":{"a":{"type":"number","title":"Höhe"},"b":{"type":"integer","title":"Stück"}}}\
            """, "{}", "{}");
        page.getByLabel("Höhe").fill("4,5");
        page.getByLabel("Stück").fill("4,5");
        assertThat(read("view.values().a").asDouble()).isEqualTo(4.5);
        assertThat(read("view.faults()").toString()).contains("/fields/b").doesNotContain("/fields/a");
    }

    @Test
    void whatTextsSayIsNeverMarkup() {
        draw("""
            {"properties":{"a":{"type":"string","title":"<img src=x onerror=alert(1)>"}}}\
            """, """
            {"fields":{"a":{"help":{"de":"<b>fett</b>"}}},"sections":[{"title":{"de":"<i>x</i>"},"fields":["a"]}]}\
            """, "{\"a\":\"\\\"><script>\"}");
        assertThat(page.locator("#page img, #page b, #page i, #page script")).hasCount(0);
        assertThat(page.locator("#page")).containsText("<b>fett</b>");
    }

    @Test
    void noHintHidesAFieldAndNoneShowsOneThatIsNotThere() {
        draw("""
            {"properties":{"a":{"type":"string","title":"Erstes"},"b":{"type":"string","title":"Zweites"}}}\
            """, """
            {"contact":"none","sections":[{"fields":["b","nirgends","b"]}]}\
            """, "{}");
        assertThat(page.locator("#page label")).hasText(new String[] {"Zweites (freiwillig)", "Erstes (freiwillig)"});
    }

    @Test
    void tellsWhatItCannotAskForAndEndsInNoCircle() {
        draw("""
            {"properties":{"a":{"$ref":"#/properties/a"},"b":{"type":"array","items":{"type":"object"}},"c":{"$ref":"https://example.org/x"}}}\
            """, "{}", "{}");
        assertThat(read("view.unsupported").toString()).isEqualTo("[\"/fields/a\",\"/fields/b\",\"/fields/c\"]");
    }

    private void draw(String schema, String presentation, String values) {
        page.evaluate("""
            async ([schema, presentation, values]) => {
              const { formView } = await import("/pages/form-view.js");
              const definition = { schema, presentation, files: { most: 0, bytes: 0 }, texts: { de: {} } };
              window.view = formView(definition, "de", values);
              document.getElementById("page").replaceChildren(window.view.element);
            }\
            """, List.of(parsed(schema), parsed(presentation), parsed(values)));
    }

    private Object parsed(String json) {
        return page.evaluate("json => JSON.parse(json)", json);
    }

    private JsonNode read(String expression) {
        return JSON.readTree((String) page.evaluate("JSON.stringify(" + expression + ")"));
    }
}
