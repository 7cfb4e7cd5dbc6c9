package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The tour of the forms' document does what it says, as printed. */
@GatewayTest
class FormTourTest {

    @Autowired
    private Clients clients;

    @Test
    void aFormIsMadeRefusedSubmittedImportedAndWithdrawn() throws IOException, InterruptedException {
        assertThat(PrintedTour.in("docs/channels/form.md").walk(clients.url()))
                .contains("ETag: \"1\"")
                .contains("\"pointer\":\"/texts/de/text\"")
                .contains("\"ticketId\"")
                .contains("{\"pointer\":\"/queue\",\"before\":\"umwelt\",\"after\":\"buergerbuero\"}")
                .contains("\"dryRun\":false,\"before\":1,\"version\":2")
                .contains("\"type\":\"/problems/form-withdrawn\"");
    }
}
