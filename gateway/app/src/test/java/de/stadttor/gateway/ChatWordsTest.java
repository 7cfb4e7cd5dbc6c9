package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import de.stadttor.web.Language;
import de.stadttor.web.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Whatever the contract lets a chat say by a code, people are told in words of their language. */
class ChatWordsTest {

    /** What the windows say of themselves, and ask the contract for nothing. */
    private static final List<String> OF_THE_DESK = List.of("transferred", "lost");

    private static Chromium chromium;
    private static JsonNode schemas;

    private final Texts texts = new Texts();

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        schemas = YAMLMapper.shared()
                .readTree(resource("/openapi/chat.yaml"))
                .path("components")
                .path("schemas");
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyErrorHasWords(Language language) {
        assertThat(codes("ErrorCode"))
                .allSatisfy(code -> assertThat(texts.orElse(language, "chat.error." + code, ""))
                        .as(code)
                        .isNotBlank());
    }

    @Test
    void errorsAreNotToldInTheOtherLanguage() {
        assertThat(codes("ErrorCode"))
                .allSatisfy(code -> assertThat(texts.of(Language.ENGLISH, "chat.error." + code))
                        .isNotEqualTo(texts.of(Language.GERMAN, "chat.error." + code)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWindowHasWordsForEveryReasonToClose(Language language) throws IOException {
        assertThat(known(language, "chat-texts.js", "m => Object.keys(m.chatTexts(language).closed)"))
                .containsExactlyInAnyOrderElementsOf(codes("CloseReason"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theDeskHasWordsForEveryReasonToClose(Language language) throws IOException {
        var known = known(
                language,
                "desk-chat-texts.js",
                "m => [...Object.keys(m.wordsIn(language).over), ...Object.keys(m.wordsIn(language).cut)]");
        assertThat(known).containsAll(OF_THE_DESK);
        assertThat(known)
                .filteredOn(reason -> !OF_THE_DESK.contains(reason))
                .containsExactlyInAnyOrderElementsOf(codes("CloseReason"));
    }

    private static List<String> codes(String schema) {
        List<String> codes = schemas.path(schema)
                .path("enum")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertThat(codes).hasSizeGreaterThan(10);
        return codes;
    }

    /** Both modules need no other, so a page that is of no site can import them. */
    @SuppressWarnings("unchecked") // the script answers with an array of strings
    private static List<String> known(Language language, String module, String keys) throws IOException {
        String source = Base64.getEncoder().encodeToString(resource("/de/stadttor/pages/" + module));
        try (Page page = chromium.browser().newPage()) {
            return (List<String>) page.evaluate(
                    "([source, language]) => import(source).then(" + keys + ")",
                    List.of("data:text/javascript;base64," + source, language.code()));
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file = ChatWordsTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }
}
