package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The tours of the doors for other programs do what they say, as printed. */
@GatewayTest
class DoorToursTest {

    @Autowired
    private Clients clients;

    @Test
    void theTourOfOpen311WorksAsPrinted() throws IOException, InterruptedException {
        assertThat(walk("docs/channels/open311.md"))
                .contains("\"service_code\":\"strassenschaden\"")
                .contains("<datatype>multivaluelist</datatype>")
                .containsSubsequence("\"description\":null", "\"description\":\"Das Schlagloch wird morgen gefüllt.\"")
                .contains("\"lat\":48.1372,\"long\":11.5761")
                .doesNotContain("\"description\":\"Tiefes Loch");
    }

    @Test
    void theTourOfOtherShapesWorksAsPrinted() throws IOException, InterruptedException {
        assertThat(walk("docs/integrators/other-shapes.md"))
                .contains("\"document\":\"{urn:example:tour}meldung\"")
                .contains("\"ticketId\"");
    }

    @Test
    void theTourOfSignedRequestsWorksAsPrinted() throws IOException, InterruptedException {
        assertThat(walk("docs/integrators/signed-requests.md")).contains("\"ticketId\"", "401");
    }

    private String walk(String document) throws IOException, InterruptedException {
        return PrintedTour.in(document).walk(clients.url());
    }
}
