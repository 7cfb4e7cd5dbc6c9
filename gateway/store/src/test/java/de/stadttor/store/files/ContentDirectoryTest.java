package de.stadttor.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadttor.files.ContentStore;
import de.stadttor.files.ContentStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class ContentDirectoryTest implements ContentStoreContract {

    @TempDir
    private Path directory;

    private ContentStore contents;

    @BeforeEach
    void open() throws IOException {
        contents = ContentDirectory.at(directory);
    }

    @Override
    public ContentStore contents() {
        return contents;
    }

    @Test
    void looksAtTheBytesForTheirType() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        assertThat(contents.write(Flux.just(ByteBuffer.wrap(png)), 100).block().mediaType())
                .isEqualTo("image/png");
        assertThat(contents.write(text("%PDF-1.7"), 100).block().mediaType()).isEqualTo("application/pdf");
        assertThat(contents.write(text("hallo"), 100).block().mediaType()).isEqualTo("text/plain");
    }

    @Test
    void keepsNothingOfWhatIsTooLargeOrCutOff() {
        contents.write(text("hallo!"), 5).as(StepVerifier::create).verifyError();
        contents.write(Flux.concat(text("ha"), Flux.error(() -> new IllegalStateException("cut off"))), 5)
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void keepsNothingOfWhatIsCancelledHalfway() {
        var writing = contents.write(Flux.concat(text("ha"), Flux.never()), 5).subscribe();
        await().until(() -> !files().isEmpty());
        writing.dispose();
        await().until(() -> files().isEmpty());
    }

    @Test
    void keepsEqualBytesOnce() {
        contents.write(text("hallo"), 5).then(contents.write(text("hallo"), 5)).block();
        assertThat(files()).hasSize(1);
    }

    private List<Path> files() {
        try (var found = Files.walk(directory)) {
            return found.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Flux<ByteBuffer> text(String text) {
        return Flux.just(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
