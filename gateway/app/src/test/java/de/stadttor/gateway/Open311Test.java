package de.stadttor.gateway;

import static de.stadttor.contract.ContractCheck.wrongOnPurpose;
import static de.stadttor.gateway.Open311.REQUESTS;
import static de.stadttor.gateway.Open311.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;

/** The conformance cases of GeoReport v2, each by name. */
@GatewayTest
class Open311Test {

    @Autowired
    private Clients clients;

    @ParameterizedTest(name = "{0}: {2} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        # what is sent                 | status | form data
        lat and long                   | 201 | service_code=insektennest&lat=48.1371&long=11.5754
        an address                     | 201 | service_code=insektennest&address_string=Marienplatz 8
        an id of an address            | 201 | service_code=insektennest&address_id=4711
        every optional argument        | 201 | service_code=insektennest&lat=48.1&long=11.5&email=a@example.org&device_id=d&account_id=7&first_name=Jörg&last_name=Groß&phone=089 1&description=Größe: äöü ß 😀&media_url=https://example.org/a.jpg
        attributes                     | 201 | service_code=strassenschaden&lat=48.1&long=11.5&attribute[art]=Schlagloch&attribute[gefahr][]=Kinder&attribute[gefahr][]=Radverkehr&attribute[tiefe]=12.5&attribute[dringend]=true
        an empty argument counts as none | 400 | service_code=insektennest&lat=&long=&address_string=
        no place                       | 400 | service_code=insektennest
        half of a place                | 400 | service_code=insektennest&lat=48.1
        a place beyond the pole        | 400 | service_code=insektennest&lat=91&long=11
        a place that is no number      | 400 | service_code=insektennest&lat=x&long=11
        no service                     | 400 | lat=48.1&long=11.5
        an unknown service             | 404 | service_code=nothing&lat=48.1&long=11.5
        an unknown city                | 404 | service_code=insektennest&lat=48.1&long=11.5&jurisdiction_id=atlantis
        our own city                   | 201 | service_code=insektennest&lat=48.1&long=11.5&jurisdiction_id=localhost
        a required attribute missing   | 400 | service_code=strassenschaden&lat=48.1&long=11.5
        an attribute that is unknown   | 400 | service_code=insektennest&lat=48.1&long=11.5&attribute[kind]=x
        a choice that is none          | 400 | service_code=strassenschaden&lat=48.1&long=11.5&attribute[art]=Vulkan
        a number that is none          | 400 | service_code=strassenschaden&lat=48.1&long=11.5&attribute[art]=Ampel&attribute[tiefe]=tief
        no address of a mailbox        | 400 | service_code=insektennest&lat=48.1&long=11.5&email=nobody
        a wrong key                    | 403 | api_key=guessed&service_code=insektennest&lat=48.1&long=11.5
        an empty key                   | 403 | api_key=&service_code=insektennest&lat=48.1&long=11.5
        """)
    void answersRequestsAsTheSpecificationSays(String what, int status, String data) {
        for (String format : List.of("json", "xml")) {
            byte[] body = open311()
                    .post(format, data)
                    .expectStatus()
                    .isEqualTo(status)
                    .expectBody()
                    .returnResult()
                    .getResponseBodyContent();
            String text = new String(body, StandardCharsets.UTF_8);
            if (status == 201) {
                assertThat(text).contains("service_request_id");
            } else {
                assertThat(format.equals("xml") ? Leaves.xml(body).getTextContent() : text)
                        .contains(Integer.toString(status));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        /open311/discovery                              | 200
        /open311/v2/discovery                           | 200
        /open311/v2/services                            | 200
        /open311/v2/services/strassenschaden            | 200
        /open311/v2/services/nothing                    | 404
        /open311/v2/services/strassenschaden?jurisdiction_id=atlantis | 404
        /open311/v2/requests                            | 200
        /open311/v2/requests?status=open,closed         | 200
        /open311/v2/requests?status=gone                | 400
        /open311/v2/requests?start_date=yesterday       | 400
        /open311/v2/requests?start_date=2026-01-01T00:00:00Z&end_date=2026-11-01T00:00:00Z | 400
        /open311/v2/requests?page_size=2000             | 400
        /open311/v2/requests?page=1&page_size=1         | 200
        /open311/v2/requests?service_code=nothing       | 200
        /open311/v2/requests?service_request_id=4711    | 404
        /open311/v2/requests/4711                       | 404
        /open311/v2/tokens/made-up                      | 404
        """)
    void xmlAndJsonSayTheSame(String path, int status) {
        String[] parts = path.split("\\?", 2);
        String query = parts.length == 1 ? "" : "?" + parts[1];
        JsonNode json =
                json(open311().get(parts[0] + ".json" + query).expectStatus().isEqualTo(status));
        var answer = open311()
                .get(parts[0] + ".xml" + query)
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .valueEquals("Content-Type", "text/xml;charset=UTF-8")
                .expectBody()
                .returnResult();
        assertThat(Leaves.of(Leaves.xml(answer.getResponseBodyContent()))).isEqualTo(Leaves.of(json));
    }

    @Test
    void findsByStatusServiceAndId() {
        String open = open311().made("service_code=insektennest&lat=48.1&long=11.5");
        String closed = open311().made("service_code=strassenschaden&lat=48.1&long=11.5&attribute[art]=Ampel");
        var desk = new Desk(clients);
        String ticket = open311().ticket(closed);
        desk.change(ticket, desk.read(ticket).path("version").asLong(), Map.of("state", "closed"))
                .expectStatus()
                .isOk();
        assertThat(open311().found("?status=closed")).contains(closed).doesNotContain(open);
        assertThat(open311().found("?status=open&service_code=insektennest"))
                .contains(open)
                .doesNotContain(closed);
        assertThat(open311().found("?service_request_id=" + open + "," + closed + "&status=open"))
                .containsExactly(open, closed);
        assertThat(open311().request(closed).path("status").asString()).isEqualTo("closed");
    }

    @Test
    void repeatsWithAKeyMakeOneRequest() {
        String key = UUID.randomUUID().toString();
        String first = number(key);
        assertThat(number(key)).isEqualTo(first);
    }

    private String number(String key) {
        var data = Open311.parameters("service_code=insektennest&lat=48.1&long=11.5");
        return json(clients.anybody()
                        .post()
                        .uri(REQUESTS + ".json")
                        .header("Idempotency-Key", key)
                        .attributes(wrongOnPurpose())
                        .body(BodyInserters.fromFormData(data))
                        .exchange())
                .get(0)
                .path("service_request_id")
                .asString();
    }

    private Open311 open311() {
        return new Open311(clients);
    }
}
