package de.stadttor.channels.chat;

import de.stadttor.channels.chat.UploadTickets.Upload;
import de.stadttor.chats.Availabilities;
import de.stadttor.chats.Availability;
import de.stadttor.chats.Said;
import de.stadttor.web.limits.Visitors;
import de.stadttor.web.limits.Visitors.Visitor;
import de.stadttor.web.proofofwork.Challenge;
import de.stadttor.web.proofofwork.ProofOfWork;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the window of a chat asks for besides its connection. */
@RestController
@RequestMapping(ChatSocket.PATH)
final class ChatWindowController {

    private final ProofOfWork proofs;
    private final Availabilities availabilities;
    private final UploadTickets tickets;
    private final SentFiles files;
    private final Visitors visitors;

    ChatWindowController(
            ProofOfWork proofs,
            Availabilities availabilities,
            UploadTickets tickets,
            SentFiles files,
            Visitors visitors) {
        this.proofs = proofs;
        this.availabilities = availabilities;
        this.tickets = tickets;
        this.files = files;
        this.visitors = visitors;
    }

    @GetMapping("/challenge")
    ResponseEntity<Challenge> setChatChallenge() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(proofs.challenge(Entrance.PURPOSE));
    }

    @GetMapping("/queues/{queue}")
    Mono<ResponseEntity<AvailabilityView>> readChatAvailability(@PathVariable String queue) {
        return availabilities
                .of(queue)
                .map(AvailabilityView::of)
                .map(view ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view));
    }

    /** The ticket is looked at before anything of the body is read. */
    @PostMapping(path = "/files", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<SentFile> sendChatFile(@RequestHeader("Upload-Ticket") String ticket, ServerHttpRequest request) {
        Upload upload = tickets.open(ticket);
        Visitor visitor = visitors.of(request.getRemoteAddress(), request.getHeaders());
        return files.take(upload, request.getBody().map(ChatWindowController::bytes), visitor)
                .map(said -> SentFile.of(upload, said));
    }

    private static ByteBuffer bytes(DataBuffer buffer) {
        ByteBuffer bytes = ByteBuffer.allocate(buffer.readableByteCount());
        buffer.toByteBuffer(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    record SentFile(String clientId, long position, Instant at) {

        static SentFile of(Upload upload, Said said) {
            return new SentFile(upload.clientId(), said.position(), said.at());
        }
    }

    record AvailabilityView(
            String queue,
            String title,
            String state,
            int waiting,
            @Nullable Long estimateSeconds,
            @Nullable Instant opensAt) {

        static AvailabilityView of(Availability available) {
            Duration estimate = available.estimate();
            return new AvailabilityView(
                    available.queue().key(),
                    available.queue().title(),
                    ChatWords.code(available.state()),
                    available.waiting(),
                    estimate == null ? null : estimate.toSeconds(),
                    available.opensAt());
        }
    }
}
