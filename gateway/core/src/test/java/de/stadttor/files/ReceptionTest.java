package de.stadttor.files;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.events.CountingIds;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.TestRefusals;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ReceptionTest {

    private static final String POINTER = "/files/0";

    private final InMemoryContents contents = new InMemoryContents();

    @ParameterizedTest
    @EnumSource(value = ScanVerdict.class, names = "INFECTED", mode = EnumSource.Mode.EXCLUDE)
    void takesAFileWithWhatTheScannerSaid(ScanVerdict verdict) {
        reception(_ -> Mono.just(verdict))
                .receive(POINTER, "Foto.jpg", bytes("hallo"), 5)
                .as(StepVerifier::create)
                .assertNext(file -> {
                    assertThat(file.scan()).isEqualTo(verdict);
                    assertThat(file.name().value()).isEqualTo("Foto.jpg");
                    assertThat(file.content().size()).isEqualTo(5);
                })
                .verifyComplete();
    }

    @Test
    void refusesAnInfectedFile() {
        reception(_ -> Mono.just(ScanVerdict.INFECTED))
                .receive(POINTER, "Foto.jpg", bytes("hallo"), 5)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.FileRejected(POINTER, "infected")));
    }

    @Test
    void showsTheScannerTheStoredBytes() {
        var seen = new AtomicInteger();
        Scanner counting = content ->
                content.doOnNext(part -> seen.addAndGet(part.remaining())).then(Mono.just(ScanVerdict.CLEAN));
        reception(counting)
                .receive(POINTER, "a", bytes("hallo"), 5)
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();
        assertThat(seen).hasValue(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a\u202Eb", " .. ", ""})
    void refusesABadNameBeforeAByteIsRead(String name) {
        Flux<ByteBuffer> untouchable = Flux.error(() -> new AssertionError("read"));
        reception(Scanner.NONE)
                .receive(POINTER, name, untouchable, 5)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.FileRejected(POINTER, "file-name")));
    }

    @Test
    void refusesOneByteTooMany() {
        reception(Scanner.NONE)
                .receive(POINTER, "a", bytes("hallo!"), 5)
                .as(StepVerifier::create)
                .verifyErrorSatisfies(TestRefusals.is(new Refusal.TooLarge(5)));
    }

    @Test
    void keepsAnInfectedFileOfAMessageThatIsTakenAnyhow() {
        reception(_ -> Mono.just(ScanVerdict.INFECTED))
                .keep("../Foto\u202Egpj.exe", bytes("hallo"), 5)
                .as(StepVerifier::create)
                .assertNext(file -> {
                    assertThat(file.scan()).isEqualTo(ScanVerdict.INFECTED);
                    assertThat(file.name().value()).isEqualTo("..Fotogpj.exe");
                })
                .verifyComplete();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "", "/", "\u202E"})
    void givesANameToAFileThatHasNone(String name) {
        reception(Scanner.NONE)
                .keep(name, bytes("hallo"), 5)
                .as(StepVerifier::create)
                .assertNext(file -> assertThat(file.name().value()).isEqualTo("unbenannt"))
                .verifyComplete();
    }

    private Reception reception(Scanner scanner) {
        return new Reception(contents, scanner, new CountingIds());
    }

    private static Flux<ByteBuffer> bytes(String text) {
        return Flux.just(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
