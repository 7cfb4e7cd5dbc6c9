package de.stadttor.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadttor.gateway.TestHome;
import de.stadttor.survival.Correspondent.Letter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way of a concern by mail, through the started demo and its post office, with a mail program's library. */
class MailTourTest {

    /** Longer than the pause after which a mail is tried again: a crowded machine may miss the first try. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String SERVICE = "buergerservice@stadt.test";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Program program;
    private static int smtp;
    private static int imap;

    @BeforeAll
    static void start() throws IOException {
        List<Integer> ports = Ports.free(3); // the first one will be the program's
        smtp = ports.get(1);
        imap = ports.get(2);
        program =
                new Program(TestHome.fresh(), "--stadttor.demo.smtp-port=" + smtp, "--stadttor.demo.imap-port=" + imap);
        program.start();
    }

    @AfterAll
    static void stop() throws IOException {
        program.close();
    }

    @Test
    void aConcernIsToldAnsweredAndFollowedByMail() throws Exception {
        Correspondent erika = somebody("erika@example.org");
        erika.write(SERVICE, "Laterne dunkel", "Die Laterne vor Haus 8 ist dunkel.", null);
        Letter acknowledged = erika.receive("eingegangen");
        assertThat(acknowledged.automatic()).isTrue();
        String ticket = ticketAbout("Laterne");
        List<String> live = follow(ticket, acknowledged);

        erika.write(SERVICE, "Re: Ihr Anliegen", "Jetzt flackert sie." + acknowledged.quoted(), acknowledged);
        awaitMessage(ticket, "fromCitizen", "Jetzt flackert sie.");

        Letter told = somebody("team@stadt.test").receive("Neues Anliegen: Laterne dunkel");
        Correspondent caseworker = somebody("caseworker@stadt.test");
        caseworker.writeFromTheOffice(told.answerTo(), "AW: Laterne", "Wir kommen morgen." + told.quoted(), told);
        awaitMessage(ticket, "toCitizen", "Wir kommen morgen.");

        await("the answer in the citizen's stream")
                .atMost(PATIENCE)
                .until(() -> live.stream().anyMatch(line -> line.contains("\"direction\":\"toCitizen\"")));
        assertThat(erika.receive("Laterne dunkel").text()).contains("Wir kommen morgen.");
    }

    @Test
    void aStrangerWhoKnowsTheNumberBeginsATicketOfTheirOwn() throws Exception {
        Correspondent anna = somebody("anna@example.org");
        anna.write(SERVICE, "Schlagloch", "In der Allee ist ein Schlagloch.", null);
        Letter acknowledged = anna.receive("eingegangen");
        String ticket = ticketAbout("Schlagloch");

        somebody("fremd@example.org").write(SERVICE, "Re: " + acknowledged.subject(), "Unbefugt!", acknowledged);
        String other = ticketAbout("Unbefugt");

        assertThat(other).isNotEqualTo(ticket);
        assertThat(desk("/api/desk/v1/tickets/" + ticket).path("messages")).hasSize(1);
    }

    @Test
    void whoeverDidNotLogInAtTheOfficeAnswersNobody() throws Exception {
        somebody("karl@example.org").write(SERVICE, "Fundrad", "Hier steht ein Rad.", null);
        Letter told = somebody("team@stadt.test").receive("Neues Anliegen: Fundrad");
        String ticket = ticketAbout("Fundrad");

        somebody("teamlead@stadt.test").write(told.answerTo(), "AW: Fundrad", "Gefälscht.", told);
        awaitMessage(ticket, "internal", "Gefälscht.");

        assertThat(somebody("teamlead@stadt.test").receive("nicht angenommen").text())
                .contains("registrierte Beschäftigte");
    }

    private static Correspondent somebody(String address) {
        return new Correspondent(address, smtp, imap);
    }

    /** By its link, as the citizen gets it. */
    private static List<String> follow(String ticket, Letter acknowledged) throws Exception {
        String link = acknowledged.text().split("/fall#", 2)[1].split("\\s", 2)[0];
        var access = HttpRequest.newBuilder(URI.create(program.url() + "/api/citizen/v1/access"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"token\":\"" + link + "\"}"))
                .build();
        String token = JSON.readTree(HTTP.send(access, BodyHandlers.ofString()).body())
                .path("accessToken")
                .asString();
        var lines = new CopyOnWriteArrayList<String>();
        var stream = HttpRequest.newBuilder(URI.create(program.url() + "/api/citizen/v1/tickets/" + ticket + "/events"))
                .header("Authorization", "Bearer " + token)
                .build();
        CompletableFuture<?> _ = HTTP.sendAsync(stream, BodyHandlers.fromLineSubscriber(new Lines(lines)));
        await("the stream").atMost(PATIENCE).until(() -> !lines.isEmpty());
        return lines;
    }

    private static String ticketAbout(String word) {
        return await("a ticket about " + word)
                .atMost(PATIENCE)
                .until(() -> desk("/api/desk/v1/tickets?q=" + word).path("items"), items -> !items.isEmpty())
                .get(0)
                .path("id")
                .asString();
    }

    private static void awaitMessage(String ticket, String direction, String text) {
        await("a message " + text)
                .atMost(PATIENCE)
                .until(() -> desk("/api/desk/v1/tickets/" + ticket)
                        .path("messages")
                        .valueStream()
                        .anyMatch(
                                message -> message.path("direction").asString().equals(direction)
                                        && message.path("text").asString().equals(text)));
    }

    private static JsonNode desk(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(program.url() + path))
                .header("Authorization", "Bearer " + program.token("caseworker"))
                .build();
        return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    }
}
