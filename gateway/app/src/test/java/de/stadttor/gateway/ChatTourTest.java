package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.peers.Peer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The tour of docs/channels/chat.md does what it says, as printed. */
@GatewayTest
class ChatTourTest {

    @Autowired
    private Clients clients;

    @Test
    void theTourWorksAsPrinted() throws IOException, InterruptedException {
        Peer.require(isPresent("node") && isPresent("npm"), "needs node and npm");
        assertThat(PrintedTour.in("docs/channels/chat.md").walk(clients.url()))
                .contains("\"mostWaiting\":20", "\"queue\":\"buergerbuero\"")
                .containsSubsequence(
                        "citizen < opened",
                        "citizen < assigned",
                        "citizen < acknowledged",
                        "citizen < resumed",
                        "same place: true",
                        "thief < error",
                        "citizen < transferred",
                        "citizen < error",
                        "citizen < closed office")
                .containsSubsequence("Wie lange gilt mein Ausweis?", "Er ist von 2019.", "Dann bis 2029.")
                .doesNotContain("bad-frame");
    }

    private static boolean isPresent(String program) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", "command -v " + program)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }
}
