package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.GatewayApplication;
import de.stadttor.store.server.Database;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;

/** Two programs on one database, behind one address. */
@GatewayTest
class TwoNodesTest {

    @Autowired
    private Clients clients;

    @Autowired
    private Database database;

    private ReactiveWebServerApplicationContext second;
    private Browser here;

    @BeforeEach
    void startTheSecondNode() {
        second = (ReactiveWebServerApplicationContext) new SpringApplicationBuilder(GatewayApplication.class)
                .run(
                        "--server.port=0",
                        "--stadttor.store.home=" + TestHome.fresh(),
                        "--stadttor.store.database.url=r2dbc:mariadb://" + database.host() + ":" + database.port() + "/"
                                + database.schema(),
                        "--stadttor.store.database.user=" + database.user(),
                        "--stadttor.store.database.password=" + database.password());
        here = new Browser(clients.url());
    }

    @AfterEach
    void stopTheSecondNode() {
        second.close();
    }

    private Browser there(Browser browser) {
        return browser.copy("http://localhost:" + second.getWebServer().getPort());
    }

    @Test
    void finishEachOthersLoginsAndKnowEachOthersSessions() {
        var started = here.start("bayernid", "high", "/fall");
        Browser there = there(here);
        var answer = there.choose(started, "citizen-high", "eid");
        assertThat(there.finish("bayernid", answer).status()).isEqualTo(303);
        here.cookies().putAll(there.cookies());
        assertThat(here.level()).isEqualTo("high");
        assertThat(here.delete("/api/citizen/v1/session", "X-CSRF-Token", there.csrfToken())
                        .status())
                .isEqualTo(204);
        assertThat(there.get("/api/citizen/v1/me").status()).isEqualTo(401);
    }

    @Test
    void takeAnAnswerOnceBetweenThem() {
        var started = here.start("bayernid", "high", "/");
        Browser there = there(here);
        var answer = here.choose(started, "citizen-high", "eid");
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .map(number -> (number % 2 == 0 ? here : there)
                        .copy(
                                number % 2 == 0
                                        ? clients.url()
                                        : "http://localhost:"
                                                + second.getWebServer().getPort())
                        .finish("bayernid", answer)
                        .status())
                .boxed()
                .toList();
        assertThat(statuses)
                .containsOnlyOnce(303)
                .filteredOn(status -> status != 303)
                .containsOnly(403);
    }
}
