package de.stadttor.files;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What every {@link ContentStore} promises. */
public interface ContentStoreContract {

    ContentStore contents();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_000_000})
    default void givesBackTheBytesItWasGiven(int size) {
        byte[] bytes = random(size);
        Content content = contents().write(parts(bytes), size).block();
        assertThat(content.size()).isEqualTo(size);
        assertThat(content.sha256()).matches("[0-9a-f]{64}");
        assertThat(all(contents().read(content))).isEqualTo(bytes);
    }

    @Test
    default void knowsEqualBytesByTheSameName() {
        byte[] bytes = random(1000);
        Content first = contents().write(parts(bytes), 1000).block();
        assertThat(contents().write(Flux.just(ByteBuffer.wrap(bytes)), 1000).block())
                .isEqualTo(first);
        assertThat(all(contents().read(first))).isEqualTo(bytes);
    }

    @Test
    default void refusesOneByteTooMany() {
        contents()
                .write(parts(random(1001)), 1000)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.TooLarge(1000)));
    }

    @Test
    default void failsWhenTheBytesDo() {
        contents()
                .write(Flux.concat(parts(random(10)), Flux.error(() -> new IllegalStateException("cut off"))), 1000)
                .as(StepVerifier::create)
                .verifyError(IllegalStateException.class);
    }

    @Test
    default void failsToReadWhatIsNotThere() {
        contents()
                .read(new Content("0".repeat(64), 1, "text/plain"))
                .as(StepVerifier::create)
                .verifyError();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(4711L + size).nextBytes(bytes);
        return bytes;
    }

    private static Flux<ByteBuffer> parts(byte[] bytes) {
        int part = 10_000;
        return Flux.range(0, (bytes.length + part - 1) / part)
                .map(i -> ByteBuffer.wrap(bytes, i * part, Math.min(part, bytes.length - i * part))
                        .slice());
    }

    private static byte[] all(Flux<ByteBuffer> parts) {
        return parts.collect(ByteArrayOutputStream::new, (all, part) -> {
                    byte[] bytes = new byte[part.remaining()];
                    part.get(bytes);
                    all.writeBytes(bytes);
                })
                .block()
                .toByteArray();
    }
}
