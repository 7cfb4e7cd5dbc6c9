package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;

/** The tour of the README does what it says, as printed. */
@GatewayTest
class TourTest {

    private static final Pattern TOUR = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);

    @Autowired
    private Clients clients;

    @Test
    void theFiveStepsOfTheReadmeWork() throws IOException, InterruptedException {
        Path output = Files.createTempFile("tour", ".txt");
        var shell = new ProcessBuilder(List.of("bash", "-euc", tour()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("S", clients.url());
        Process process = shell.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(said)
                .contains("\"subject\":\"Insektennest: Marienplatz 8\"")
                .contains("event:snapshot")
                .contains("event:message")
                .contains("\"text\":\"Wir kommen morgen.\"");
    }

    @Test
    void theDemoPageShowsTheSameSteps() throws IOException {
        String page = clients.anybody()
                .get()
                .uri("/demo")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(HtmlUtils.htmlUnescape(page)).contains(tour());
    }

    private static String tour() throws IOException {
        var tour = TOUR.matcher(Files.readString(Path.of("../../README.md")));
        assertThat(tour.find()).isTrue();
        return tour.group(1);
    }
}
