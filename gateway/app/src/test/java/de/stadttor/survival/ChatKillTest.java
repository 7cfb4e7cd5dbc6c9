package de.stadttor.survival;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.gateway.ChatClient;
import de.stadttor.gateway.ChatScene;
import de.stadttor.gateway.TestHome;
import de.stadttor.web.bodies.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** SIGKILL of the program in the middle of a chat, again and again. */
class ChatKillTest {

    private static final int ROUNDS = 3;
    private static final int MESSAGES = 12;

    private final Schemas schemas = new Schemas();

    @Test
    void losesAndDoublesNothingThatIsSaidWheneverItIsKilled() throws Exception {
        try (var program = new Program(TestHome.fresh())) {
            program.start();
            var said = new LinkedHashMap<String, Long>();
            Talk talk = begin(program);
            for (int round = 0; round < ROUNDS; round++) {
                Map<String, Long> before = write(talk, round);
                program.kill();
                acknowledged(talk.window(), before);
                program.start();
                talk = comeBack(program, talk, List.copyOf(before.keySet()));
                said.putAll(before);
                said.putAll(repeat(talk, round));
            }
            try (Connection connection = program.database()) {
                var ledger = new Ledger(connection);
                for (String text : said.keySet()) {
                    assertThat(ledger.count("message WHERE text = '" + text + "'"))
                            .as(text)
                            .isEqualTo(1);
                }
                assertThat(ledger.count("chat")).isEqualTo(1);
                assertThat(ledger.brokenFeeds()).isZero();
                assertThat(ledger.brokenStreams()).isZero();
            }
            assertThat(said).hasSize(ROUNDS * MESSAGES);
            assertThat(said.values()).doesNotHaveDuplicates();
        }
    }

    private Talk begin(Program program) throws Exception {
        ChatScene scene = scene(program);
        ChatClient desk = scene.operator("caseworker");
        ChatClient window = scene.citizen();
        JsonNode opened = scene.opened(window, desk, "Guten Tag");
        return new Talk(
                window,
                opened,
                opened.path("secret").asString(),
                opened.path("position").asLong());
    }

    /** Writes without waiting; what was acknowledged by the time of the third acknowledgement. */
    private static Map<String, Long> write(Talk talk, int round) {
        texts(round).forEach(text -> talk.window().say(ChatScene.message(text, text)));
        Map<String, Long> acknowledged = new LinkedHashMap<>();
        IntStream.range(0, 3).forEach(_ -> note(talk.window().hears("acknowledged"), acknowledged));
        return acknowledged;
    }

    /** What else had arrived before the end. */
    private static void acknowledged(ChatClient window, Map<String, Long> acknowledged) {
        window.closed();
        window.heard().stream()
                .filter(frame -> frame.path("type").asString().equals("acknowledged"))
                .forEach(frame -> note(frame, acknowledged));
    }

    private Talk comeBack(Program program, Talk talk, List<String> known) throws Exception {
        ChatClient window = scene(program).citizen();
        window.say(ChatScene.resume(talk.opened(), talk.secret(), talk.after()));
        JsonNode resumed = window.hears("resumed");
        window.say(Map.of("type", "keep"));
        for (String text : known) {
            window.hears("message", ChatScene.saying(text));
        }
        return new Talk(
                window,
                talk.opened(),
                resumed.path("secret").asString(),
                resumed.path("position").asLong());
    }

    /** Everything once more, since a client cannot know what of it arrived. */
    private static Map<String, Long> repeat(Talk talk, int round) {
        Map<String, Long> acknowledged = new LinkedHashMap<>();
        for (String text : texts(round).toList()) {
            talk.window().say(ChatScene.message(text, text));
            note(talk.window().hears("acknowledged"), acknowledged);
        }
        return acknowledged;
    }

    private static void note(JsonNode frame, Map<String, Long> acknowledged) {
        acknowledged.merge(
                frame.path("clientId").asString(), frame.path("position").asLong(), (former, again) -> {
                    assertThat(again).isEqualTo(former);
                    return again;
                });
    }

    private static Stream<String> texts(int round) {
        return IntStream.rangeClosed(1, MESSAGES).mapToObj(number -> "nr-" + round + "-" + number);
    }

    private ChatScene scene(Program program) {
        var stranger = WebTestClient.bindToServer().baseUrl(program.url()).build();
        return new ChatScene(stranger, persona -> token(program, persona), program.url(), schemas);
    }

    private static String token(Program program, String persona) {
        try {
            return program.token(persona);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param after the last position that the window has seen for sure */
    private record Talk(ChatClient window, JsonNode opened, String secret, long after) {}
}
