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

/** The tours of the README and of the page of a form do what they say, as printed. */
@GatewayTest
class TourTest {

    private static final Pattern TOUR = Pattern.compile("```(?:ba)?sh\\n(.*?)```", Pattern.DOTALL);

    @Autowired
    private Clients clients;

    @Test
    void theFiveStepsOfTheReadmeWork() throws IOException, InterruptedException {
        assertThat(said(tour("README.md")))
                .contains("\"subject\":\"Insektennest: Marienplatz 8\"")
                .contains("event:snapshot")
                .contains("event:message")
                .contains("\"text\":\"Wir kommen morgen.\"");
    }

    @Test
    void aFormIsSentByHand() throws IOException, InterruptedException {
        assertThat(said(tour("docs/channels/form-page.md")))
                .contains("\"number\":\"")
                .contains("/fall#");
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
        assertThat(HtmlUtils.htmlUnescape(page)).contains(tour("README.md"));
    }

    private String said(String tour) throws IOException, InterruptedException {
        Path output = Files.createTempFile("tour", ".txt");
        var shell = new ProcessBuilder(List.of("bash", "-euc", tour))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("S", clients.url());
        Process process = shell.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private static String tour(String document) throws IOException {
        var tour = TOUR.matcher(Files.readString(Path.of("../..", document)));
        assertThat(tour.find()).isTrue();
        return tour.group(1);
    }
}
