package de.stadttor.desk;

import de.stadttor.files.ContentStore;
import de.stadttor.people.Caseworker;
import de.stadttor.ticketing.DeskOriginals;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.Original;
import de.stadttor.ticketing.TicketId;
import java.nio.ByteBuffer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Mails as they came, byte for byte, for a program that reads mail; never shown by a browser in our name. */
@RestController
final class OriginalController {

    private static final MediaType MAIL = MediaType.parseMediaType("message/rfc822");

    private final DeskOriginals originals;
    private final ContentStore contents;

    OriginalController(DeskOriginals originals, ContentStore contents) {
        this.originals = originals;
        this.contents = contents;
    }

    @GetMapping("/api/desk/v1/tickets/{id}/messages/{messageId}/original")
    Mono<ResponseEntity<Flux<DataBuffer>>> downloadOriginal(
            @PathVariable TicketId id, @PathVariable MessageId messageId, Caseworker caseworker) {
        return originals.read(caseworker, id, messageId).map(raw -> answer(messageId, raw));
    }

    private ResponseEntity<Flux<DataBuffer>> answer(MessageId message, Original.Raw raw) {
        var attachment =
                ContentDisposition.attachment().filename(message + ".eml").build();
        return ResponseEntity.ok()
                .contentType(MAIL)
                .contentLength(raw.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(bytes(raw).map(DefaultDataBufferFactory.sharedInstance::wrap));
    }

    private Flux<ByteBuffer> bytes(Original.Raw raw) {
        return switch (raw) {
            case Original.Raw.Inline inline -> Flux.just(inline.bytes());
            case Original.Raw.Stored(var content) -> contents.read(content);
        };
    }
}
