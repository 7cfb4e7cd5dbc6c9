package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import de.stadttor.outbox.Outbox;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenData;
import de.stadttor.people.CitizenId;
import de.stadttor.people.VerifiedDatum;
import de.stadttor.web.bodies.Schemas;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/** Chats of citizens who are logged in: the login ends, and it tells where to write to. */
@GatewayTest
class ChatLoginTest {

    private static final int SHORT_SECONDS = 3;

    @Autowired
    private Clients clients;

    @Autowired
    private Schemas schemas;

    @Autowired
    private RSAKey demoKey;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private CitizenData citizenData;

    @Autowired
    private Outbox outbox;

    private ChatScene scene;
    private ChatClient karin;

    @BeforeEach
    void somebodyIsAtWork() {
        scene = new ChatScene(clients, schemas);
        karin = scene.operator("caseworker");
    }

    @AfterEach
    void andGoesHome() {
        ChatScene.leaves(karin);
    }

    @Test
    void aConnectionEndsWithItsTokenUnlessANewOneCame() throws Exception {
        try (ChatClient forgetful = scene.citizen();
                ChatClient careful = scene.citizen();
                ChatClient operator = ChatClient.operator(clients.url(), schemas)) {
            forgetful.say(opening(shortLived("citizen-high")));
            careful.say(opening(shortLived("citizen-high")));
            operator.say(Map.of("type", "authenticate", "token", shortLived("teamlead")));
            careful.hears("authenticate");
            careful.say(Map.of("type", "authenticate", "token", clients.token("citizen-high")));
            forgetful.hears("authenticate");
            assertThat(forgetful.hears("closed").path("reason").asString()).isEqualTo("token-expired");
            assertThat(operator.hears("closed").path("reason").asString()).isEqualTo("token-expired");
            assertThat(forgetful.closed()).isEqualTo(1000);
            careful.say(Map.of("type", "ping"));
            careful.hears("pong");
        }
    }

    @Test
    void whatWasSaidIsMailedToTheConfirmedAddress() throws Exception {
        try (ChatClient lea = scene.citizen()) {
            String newcomer = "lea-" + UUID.randomUUID();
            lea.say(opening(signed("citizen-low", claims -> claims.subject(newcomer))));
            JsonNode opened = lea.hears("opened");
            lea.say(Map.of("type", "transcript"));
            lea.hearsError("no-address");
            confirmed(newcomer);
            lea.say(Map.of("type", "transcript"));
            lea.hears("transcript");
            assertThat(transcripts(opened)).isEmpty();
            lea.say(Map.of("type", "close"));
            lea.hears("closed");
            assertThat(transcripts(opened)).hasSize(1);
        }
    }

    @Test
    void aStrangerGetsNoTranscriptByMail() {
        try (ChatClient erika = scene.citizen()) {
            Map<String, Object> opening = scene.opening("Guten Tag");
            opening.put("email", "somebody@example.org");
            erika.say(opening);
            erika.hears("opened");
            erika.say(Map.of("type", "transcript"));
            erika.hearsError("no-address");
        }
    }

    @Test
    void whatAnOperatorIsShownIsOnRecordAndSoIsWhatACitizenHasRead() {
        try (ChatClient hanna = scene.citizen()) {
            hanna.say(opening(clients.token("citizen-high")));
            JsonNode opened = hanna.hears("opened");
            karin.say(ChatScene.of("accept", opened));
            JsonNode assigned = karin.hears("assigned", ChatScene.of(opened));
            assertThat(count(
                            "read_audit WHERE kind = 'ticket' AND subject = :it",
                            assigned.path("ticket").asString()))
                    .isEqualTo(1);
            karin.say(ChatScene.answer(opened, "d-1", "Guten Tag"));
            long position = hanna.hears("message").path("position").asLong();
            hanna.say(Map.of("type", "read", "position", position));
            karin.hears("read", ChatScene.of(opened));
            assertThat(count(
                            "message_opening o JOIN message m ON m.id = o.message WHERE o.level = 'high' AND m.ticket"
                                    + " = :it",
                            UUID.fromString(assigned.path("ticket").asString())))
                    .isEqualTo(1);
        }
    }

    private Map<String, Object> opening(String token) {
        Map<String, Object> opening = scene.opening("Guten Tag, ich bin es");
        opening.remove("proof");
        opening.put("token", token);
        return opening;
    }

    /** A persona's token as the demo gives it, but for the end. */
    private String shortLived(String persona) throws ParseException, JOSEException {
        return signed(
                persona, claims -> claims.expirationTime(Date.from(Instant.now().plusSeconds(SHORT_SECONDS))));
    }

    /** A token of the demo's with other claims. */
    private String signed(String persona, UnaryOperator<JWTClaimsSet.Builder> others)
            throws ParseException, JOSEException {
        JWTClaimsSet given = SignedJWT.parse(clients.token(persona)).getJWTClaimsSet();
        var claims = others.apply(
                new JWTClaimsSet.Builder(given).jwtID(UUID.randomUUID().toString()));
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(demoKey.getKeyID())
                .build();
        var token = new SignedJWT(header, claims.build());
        token.sign(new RSASSASigner(demoKey));
        return token.serialize();
    }

    private void confirmed(String subject) {
        UUID citizen = database.sql("SELECT citizen FROM citizen_identity WHERE subject = :subject")
                .bind("subject", subject)
                .mapValue(UUID.class)
                .one()
                .block();
        var mail = new VerifiedDatum(
                VerifiedDatum.Kind.MAIL, "lea@example.org", AssuranceLevel.LOW, Instant.parse("2026-11-23T08:00:00Z"));
        citizenData.learn(new CitizenId(citizen), List.of(mail)).block();
    }

    private List<OutboxItem> transcripts(JsonNode opened) {
        String ticket = database.sql("SELECT ticket FROM chat WHERE id = :id")
                .bind("id", UUID.fromString(opened.path("chat").asString()))
                .mapValue(UUID.class)
                .one()
                .block()
                .toString();
        return outbox.newest(1000)
                .filter(item -> item.kind() == OutboxItem.Kind.TRANSCRIPT)
                .filter(item -> item.ticket().toString().equals(ticket))
                .collectList()
                .block();
    }

    private long count(String which, Object it) {
        return database.sql("SELECT COUNT(*) FROM " + which)
                .bind("it", it)
                .mapValue(Long.class)
                .one()
                .block();
    }
}
