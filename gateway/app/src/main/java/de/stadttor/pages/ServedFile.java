package de.stadttor.pages;

import de.stadttor.seals.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A file of the program, held in memory so that serving it never blocks.
 *
 * @param content never changed; it belongs to this record
 * @param version names the content, for {@code ETag}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to be copied on each request
public record ServedFile(MediaType mediaType, byte[] content, String version) {

    /** Reads a file; blocks, so only at start. */
    public static ServedFile read(Resource file, MediaType mediaType) {
        try {
            return of(mediaType, file.getContentAsByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads a page and puts the banner on it; blocks, so only at start. */
    public static ServedFile page(Resource file, Banner banner) {
        try {
            String page = banner.on(file.getContentAsString(StandardCharsets.UTF_8));
            return text(new MediaType("text", "html", StandardCharsets.UTF_8), page);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What was written at start. */
    static ServedFile text(MediaType mediaType, String text) {
        return of(mediaType, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ServedFile of(MediaType mediaType, byte[] content) {
        return new ServedFile(mediaType, content, HexFormat.of().formatHex(Sha256.of(content), 0, 8));
    }

    /** The file as a response that a cache must ask about again; Spring answers 304 where the version is known. */
    public ResponseEntity<byte[]> response() {
        return ResponseEntity.ok()
                .contentType(mediaType)
                .cacheControl(CacheControl.noCache())
                .eTag(version)
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }
}
