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

/** The tour of docs/channels/phone.md does what it says, as printed. */
@GatewayTest
class PhoneTourTest {

    private static final Pattern TOUR = Pattern.compile("```bash\\n(.*?)```", Pattern.DOTALL);

    @Autowired
    private Clients clients;

    @Test
    void theTourWorksAsPrinted() throws IOException, InterruptedException {
        Path output = Files.createTempFile("phone-tour", ".txt");
        var shell = new ProcessBuilder(List.of("bash", "-euc", tour()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        shell.environment().put("S", clients.url());
        Process process = shell.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(said)
                .contains("/problems/consent-missing")
                .contains("\"state\":\"ended\"")
                .contains("\"from\":\"+498923300\"")
                .containsSubsequence(
                        "Servicetelefon: Servicetelefon, guten Tag.",
                        "Anrufer/in: Ein Wespennest am Balkon.",
                        "Meine Karte ist [Kartennummer].")
                .contains("\"messageId\"")
                .contains("\"callId\":\"pbx-tour-")
                .doesNotContain("eins eins eins");
    }

    private static String tour() throws IOException {
        var tour = TOUR.matcher(Files.readString(Path.of("../../docs/channels/phone.md")));
        assertThat(tour.find()).isTrue();
        return tour.group(1);
    }
}
