package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** What pages of any origin embed. */
@GatewayTest
class ChatModuleTest {

    private static final int BUDGET = 30 * 1024;

    @Autowired
    private Clients clients;

    @Test
    void theModuleStaysWithinItsBudget() throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(Objects.requireNonNull(module().getResponseBodyContent()));
        }
        assertThat(zipped.size()).isLessThan(BUDGET);
    }

    @Test
    void theModuleNeedsNoOther() {
        assertThat(new String(Objects.requireNonNull(module().getResponseBodyContent()), StandardCharsets.UTF_8))
                .contains("customElements.define(\"stadttor-chat\"")
                .doesNotContainPattern("(?m)^\\s*(import|export) ")
                .doesNotContain("innerHTML", "eval(");
    }

    @Test
    void pagesOfAnyOriginMayReadTheModule() {
        var headers = module().getResponseHeaders();
        assertThat(headers.getFirst("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(headers.getFirst("Content-Type")).startsWith("text/javascript");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private EntityExchangeResult<byte[]> module() {
        return clients.anybody()
                .get()
                .uri("/chat/stadttor-chat.js")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult();
    }
}
