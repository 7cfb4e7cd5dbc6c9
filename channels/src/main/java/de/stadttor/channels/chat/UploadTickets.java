package de.stadttor.channels.chat;

import de.stadttor.chats.ChatId;
import de.stadttor.chats.CitizenTalk.Place;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.seals.BrokenSeal;
import de.stadttor.seals.Seal;
import de.stadttor.seals.SealMaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tickets for one file of one chat. They say themselves what they are good for, so that any node takes them; that a
 * file comes once is seen to by the message that it makes.
 */
@Component
final class UploadTickets {

    private static final String AUDIENCE = "upload";
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Seal seal;
    private final JsonMapper json;
    private final Clock clock;

    UploadTickets(SealMaker seals, JsonMapper json, Clock clock) {
        this.seal = seals.seal("chat-uploads");
        this.json = json;
        this.clock = clock;
    }

    Issued issue(Place place, CitizenFrame.File file) {
        Instant until = clock.instant().plus(LIFE);
        var upload = new Upload(
                place.chat().toString(), place.connection(), file.clientId(), file.name(), file.size(), until);
        return new Issued(seal.close(AUDIENCE, json.writeValueAsBytes(upload)), until);
    }

    /** @throws Refused for what we never issued, and for what is too old */
    Upload open(String ticket) {
        try {
            Upload upload = json.readValue(seal.open(AUDIENCE, ticket), Upload.class);
            if (upload.until().isAfter(clock.instant())) {
                return upload;
            }
        } catch (BrokenSeal e) {
            throw new Refused(new Refusal.NotAllowed());
        }
        throw new Refused(new Refusal.NotAllowed());
    }

    record Issued(String ticket, Instant until) {}

    /** What a ticket is good for. */
    record Upload(String chat, long connection, String clientId, String name, long size, Instant until) {

        Place place() {
            return new Place(ChatId.of(chat), connection);
        }
    }
}
