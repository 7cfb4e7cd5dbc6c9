package de.stadttor.channels.chat;

import de.stadttor.channels.chat.UploadTickets.Upload;
import de.stadttor.chats.Chat;
import de.stadttor.chats.CitizenTalk;
import de.stadttor.chats.CitizenTalk.Place;
import de.stadttor.chats.Said;
import de.stadttor.files.FileName;
import de.stadttor.files.Reception;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.limits.Visitors.Visitor;
import de.stadttor.web.sockets.FrameRefused;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files that citizens send in a chat. Whether one is taken is asked before its bytes are stored and scanned. */
@Component
final class SentFiles {

    /** Where a file's bytes come. */
    static final String PATH = "/chat/v1/files";

    /** The day's limit fills up again little by little. */
    private static final Duration PAUSE = Duration.ofHours(1);

    private final CitizenTalk talk;
    private final ChatSites sites;
    private final ChatLimits limits;
    private final UploadTickets tickets;
    private final Reception reception;

    SentFiles(CitizenTalk talk, ChatSites sites, ChatLimits limits, UploadTickets tickets, Reception reception) {
        this.talk = talk;
        this.sites = sites;
        this.limits = limits;
        this.tickets = tickets;
        this.reception = reception;
    }

    /** Says where the bytes shall come. */
    Mono<ToCitizen> invite(Place place, CitizenFrame.File file, Visitor visitor) {
        if (!FileName.acceptable(file.name())) {
            return Mono.error(() -> new FrameRefused("file-refused"));
        }
        return writable(place, visitor).map(_ -> {
            var issued = tickets.issue(place, file);
            return new ToCitizen.Upload(file.clientId(), PATH, issued.ticket(), issued.until());
        });
    }

    /** Takes the bytes, if the chat still goes on; each try counts as a message of this address. */
    Mono<Said> take(Upload upload, Flux<ByteBuffer> bytes, Visitor visitor) {
        return writable(upload.place(), visitor)
                .onErrorMap(FrameRefused.class, _ -> new Refused(new Refusal.NotAllowed()))
                .filter(_ -> limits.mayWrite(visitor))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.TooMany(PAUSE))))
                .flatMap(_ -> reception.receive("/body", upload.name(), bytes, upload.size()))
                .flatMap(file -> talk.say(upload.place(), upload.clientId(), upload.name(), List.of(file), 0));
    }

    private Mono<Chat> writable(Place place, Visitor visitor) {
        return talk.writable(place).delayUntil(chat -> sites.admit(chat.queue(), visitor));
    }
}
