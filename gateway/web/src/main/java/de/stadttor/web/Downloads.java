package de.stadttor.web;

import de.stadttor.files.ContentStore;
import de.stadttor.files.ScanVerdict;
import de.stadttor.files.StoredFile;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Files on their way out: always a download, never shown by a browser in our name. */
@Component
public final class Downloads {

    private final ContentStore contents;

    Downloads(ContentStore contents) {
        this.contents = contents;
    }

    /** Refused for a file in which the scanner found something: it is kept as evidence, and leaves by no door. */
    public ResponseEntity<Flux<DataBuffer>> of(StoredFile file) {
        if (file.scan() == ScanVerdict.INFECTED) {
            throw new Refused(new Refusal.NotAllowed());
        }
        var attachment = ContentDisposition.attachment()
                .filename(file.name().value(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.content().mediaType()))
                .contentLength(file.content().size())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(contents.read(file.content()).map(DefaultDataBufferFactory.sharedInstance::wrap));
    }
}
