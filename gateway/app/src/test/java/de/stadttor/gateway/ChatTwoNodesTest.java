package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.GatewayApplication;
import de.stadttor.store.server.Database;
import de.stadttor.web.bodies.Schemas;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import tools.jackson.databind.JsonNode;

/** The citizen at one node, the caseworker at another. */
@GatewayTest
class ChatTwoNodesTest {

    @Autowired
    private Clients clients;

    @Autowired
    private Schemas schemas;

    @Autowired
    private Database database;

    private ReactiveWebServerApplicationContext second;

    @BeforeEach
    void startTheSecondNode() {
        second = (ReactiveWebServerApplicationContext) new SpringApplicationBuilder(GatewayApplication.class)
                .run(
                        "--server.port=0",
                        "--stadttor.demo.smtp-port=0",
                        "--stadttor.store.home=" + TestHome.fresh(),
                        "--stadttor.store.database.url=r2dbc:mariadb://" + database.host() + ":" + database.port() + "/"
                                + database.schema(),
                        "--stadttor.store.database.user=" + database.user(),
                        "--stadttor.store.database.password=" + database.password());
    }

    @AfterEach
    void stopTheSecondNode() {
        second.close();
    }

    @Test
    void talkWithEachOtherAndComeBackAtEitherNode() {
        var here = new ChatScene(clients, schemas);
        String there = "http://localhost:" + second.getWebServer().getPort();
        ChatClient karin = new ChatScene(clients.anybody(), clients::token, there, schemas).operator("caseworker");
        try (ChatClient erika = here.citizen();
                ChatClient moved = ChatClient.citizen(there, schemas)) {
            JsonNode opened = here.opened(erika, karin, "Guten Tag");
            erika.say(ChatScene.message("m-1", "Hier"));
            JsonNode acknowledged = erika.hears("acknowledged");
            karin.hears("message", ChatScene.saying("Hier"));
            karin.say(ChatScene.answer(opened, "d-1", "Dort"));
            erika.hears("message", ChatScene.saying("Dort"));
            moved.say(ChatScene.resume(
                    opened,
                    opened.path("secret").asString(),
                    acknowledged.path("position").asLong()));
            moved.hears("resumed");
            moved.hears("message", ChatScene.saying("Dort"));
            assertThat(erika.hears("closed").path("reason").asString()).isEqualTo("elsewhere");
            moved.say(ChatScene.message("m-1", "Hier"));
            assertThat(moved.hears("acknowledged").path("position")).isEqualTo(acknowledged.path("position"));
            moved.say(Map.of("type", "close"));
            karin.hears("closed", ChatScene.of(opened));
        } finally {
            ChatScene.leaves(karin);
        }
    }
}
