package de.stadttor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.contract.ContractCheck;
import de.stadttor.pages.Banner;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocsTest {

    private static final PathMatchingResourcePatternResolver RESOURCES = new PathMatchingResourcePatternResolver();
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

    private final WebTestClient unchecked = WebTestClient.bindToController(
                    new ContractController(RESOURCES), new ViewerController(RESOURCES, new Banner("")))
            .configureClient()
            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(-1))
            .build();
    private final WebTestClient client =
            unchecked.mutate().filter(ContractCheck.ofAll()).build();

    DocsTest() throws IOException {}

    @Test
    void servesAContractByteForByte() throws IOException {
        var response = get("/openapi/citizen.yaml");
        assertThat(response.getResponseHeaders().getContentType()).hasToString("application/yaml;charset=UTF-8");
        assertThat(response.getResponseBody())
                .isEqualTo(
                        RESOURCES.getResource("classpath:openapi/citizen.yaml").getContentAsByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/citizen.yaml", "/docs", "/docs/viewer.js"})
    void sendsNothingToWhoeverHasItAlready(String uri) {
        client.get()
                .uri(uri)
                .ifNoneMatch(get(uri).getResponseHeaders().getETag())
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openapi/secrets.yaml", "/openapi/..%2Fapplication.yaml", "/docs/viewer.html"})
    void servesNoOtherFile(String uri) {
        unchecked.get().uri(URI.create(uri)).exchange().expectStatus().isNotFound();
    }

    @Test
    void listsEveryContractOnItsPage() throws IOException {
        var contracts = Stream.concat(names(""), names("compat/")).toList();
        assertThat(links())
                .filteredOn(link -> link.startsWith("/openapi/"))
                .containsExactlyInAnyOrderElementsOf(contracts);
    }

    private static Stream<String> names(String folder) throws IOException {
        return Arrays.stream(RESOURCES.getResources("classpath*:openapi/" + folder + "*.yaml"))
                .map(file -> "/openapi/" + folder + file.getFilename());
    }

    @Test
    void servesItselfWhateverThePageLoads() {
        assertThat(links()).filteredOn(link -> link.startsWith("/docs/")).hasSize(4);
        assertThat(links())
                .filteredOn(link -> !link.equals("data:,"))
                .allSatisfy(link -> assertThat(get(link).getResponseBody()).isNotEmpty());
    }

    @Test
    void allowsNoOtherOriginAndNoInlineScript() {
        var policy = get("/docs").getResponseHeaders().getFirst("Content-Security-Policy");
        assertThat(policy).contains("default-src 'none'", "script-src 'self';").doesNotContain("http", "*");
    }

    @Test
    void leadsFromAProblemToTheCatalogue() {
        client.get()
                .uri("/problems/ticket-unknown")
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .location("/docs?contract=common");
    }

    private List<String> links() {
        var page = new String(get("/docs").getResponseBody(), StandardCharsets.UTF_8);
        return LINK.matcher(page).results().map(match -> match.group(1)).toList();
    }

    private EntityExchangeResult<byte[]> get(String uri) {
        return client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult();
    }
}
