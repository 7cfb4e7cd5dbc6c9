package de.stadttor.bench.bare;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.bench.machine.DatabaseFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BareProgramTest {

    /** Unpacked by the program's tests, if they ran before. */
    private static final Path BINARIES =
            Path.of("..", "app", "target", "mariadb").toAbsolutePath();

    /** What a submission leaves behind. */
    private static final List<String> WRITTEN = List.of(
            "request_key",
            "citizen WHERE guest",
            "ticket WHERE JSON_VALUE(fields, '$.ort') = 'm-1'",
            "ticket_participant p JOIN ticket t ON t.id = p.ticket WHERE t.form = 'insektennest'",
            "message m JOIN ticket t ON t.id = m.ticket WHERE t.form = 'insektennest'",
            "event e JOIN event_stream s ON s.id = e.stream AND s.next_seq = e.seq",
            "citizen_event e JOIN citizen_feed f ON f.citizen = e.citizen AND f.head = e.position",
            "reaction",
            "outbox",
            "access_link");

    @TempDir
    private static Path home;

    private static BareProgram program;
    private static Connection tables;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException, SQLException {
        program = BareProgram.start(0, home, BINARIES);
        tables = new DatabaseFolder(home).connect();
    }

    @AfterAll
    static void stop() throws SQLException {
        tables.close();
        program.close();
    }

    @Test
    void writesOneRowOfEachKindAndTwoKeysBeforeItAnswers() throws Exception {
        Map<String, Long> before = counts();
        String submission = "{\"submissionId\":\"m-1\",\"text\":\"Nest\"}";
        var request = HttpRequest.newBuilder(uri("/submissions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(submission))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        counts().forEach((table, count) ->
                assertThat(count - before.get(table)).as(table).isEqualTo(table.equals("request_key") ? 2 : 1));
    }

    private static Map<String, Long> counts() throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String table : WRITTEN) {
            counts.put(table, count(table));
        }
        return counts;
    }

    @Test
    void showsAConversationAndRemembersThatItWasOpened() throws Exception {
        give("INSERT INTO citizen_identity VALUES ('bayernid', 'localhost', 'demo-citizen-high', '%s')", id(1));
        give("INSERT INTO ticket_participant VALUES ('%s', '%s')", id(1), id(2));
        give("""
            INSERT INTO ticket (id, number, subject, queue, state, priority, required_level, channel, language,
                                given_level, anonymous, custom_fields, needs_attention, created_at, updated_at,
                                version, search)
            VALUES ('%s', 'n', 's', 'q', 'new', 'normal', 'basic', 'form', 'de', 'basic', FALSE, '{}', FALSE,
                    NOW(), NOW(), 1, '')
            """, id(2));
        give("""
            INSERT INTO message (id, ticket, direction, channel, author, text, created_at)
            VALUES ('%s', '%s', 'toCitizen', 'desk', 'a', 'Wir kommen morgen.', NOW())
            """, id(3), id(2));
        assertThat(get("/tickets/" + id(2)).body()).contains("\"number\":\"n\"");
        assertThat(get("/tickets/" + id(2) + "/messages").body()).contains("Wir kommen morgen.");
        assertThat(get("/tickets/" + id(2) + "/messages").statusCode()).isEqualTo(200);
        assertThat(count("message_opening")).isOne();
    }

    @Test
    void acknowledgesInAChatWhatItHasCommitted() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        WebSocket socket = http.newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + program.port() + "/chat"), new Hearing(heard))
                .join();
        socket.sendText("{\"type\":\"open\",\"text\":\"0-0 Guten Tag\"}", true).join();
        assertThat(heard.poll(10, TimeUnit.SECONDS)).contains("opened");
        assertThat(heard.poll(10, TimeUnit.SECONDS)).contains("assigned");
        socket.sendText("{\"type\":\"message\",\"clientId\":\"0-1\",\"text\":\"0-1 Ausweis\"}", true)
                .join();
        assertThat(heard.poll(10, TimeUnit.SECONDS)).contains("acknowledged", "\"clientId\":\"0-1\"", "\"position\":2");
        assertThat(count("message m JOIN event e ON JSON_VALUE(e.body, '$.message') = m.id WHERE m.text LIKE '0-1 %'"))
                .isOne();
        assertThat(count("event_stream s JOIN message m ON m.ticket = s.id WHERE m.text LIKE '0-1 %' AND"
                        + " s.next_seq = 2"))
                .isOne();
    }

    private static String id(int number) {
        return "01930000-0000-7000-8000-00000000000" + number;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + program.port() + path);
    }

    private static void give(String sql, Object... ids) throws SQLException {
        try (Statement statement = tables.createStatement()) {
            statement.executeUpdate(sql.formatted(ids));
        }
    }

    private static long count(String rows) throws SQLException {
        try (Statement statement = tables.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) FROM " + rows)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Hears one frame after the other. */
    private record Hearing(BlockingQueue<String> heard) implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.add(text.toString());
            socket.request(1);
            return null;
        }
    }
}
