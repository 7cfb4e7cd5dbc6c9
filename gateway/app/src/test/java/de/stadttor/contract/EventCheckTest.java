package de.stadttor.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class EventCheckTest {

    private static final String MESSAGE = """
        id: a1
        event: message
        data: {"ticketId":"0192f5c4-7c1e-7a51-9d3e-6d1f0a2b3c4d",
        data:  "messageId":"0192f5c4-7c1e-7a51-9d3e-6d1f0a2b3d02",
        data:  "direction":"toCitizen","withheld":false,"note":"Grüße"}

        """;

    private final Place stream = Contracts.load()
            .follow("citizen.yaml", "#/components/responses/EventStream")
            .get("content")
            .get("text/event-stream");
    private final EventCheck check = new EventCheck("a stream", stream.get("x-events"), new Schemas());

    @Test
    void passesPromisedEventsHoweverTheyAreCut() {
        var stream = "retry: 2000\n\n: still here\n\n" + MESSAGE + "event: reset\ndata: {}\n\n";
        var bytes = stream.getBytes(StandardCharsets.UTF_8);
        for (int size : new int[] {1, 2, 7, bytes.length}) {
            StepVerifier.create(check.checked(cut(bytes, size)).doOnNext(DataBufferUtils::release))
                    .expectNextCount((bytes.length + size - 1) / size)
                    .verifyComplete();
        }
    }

    @Test
    void passesTheExampleOfTheContract() {
        var example = stream.text("example").getBytes(StandardCharsets.UTF_8);
        StepVerifier.create(check.checked(cut(example, example.length)).doOnNext(DataBufferUtils::release))
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void handsOnWhatHasComeWhileTheStreamIsStillOpen() {
        var open = TestPublisher.<DataBuffer>create();
        StepVerifier.create(check.checked(open.flux()).map(buffer -> buffer.toString(StandardCharsets.UTF_8)))
                .then(() -> open.next(Bytes.buffer(MESSAGE.getBytes(StandardCharsets.UTF_8))))
                .expectNext(MESSAGE)
                .thenCancel()
                .verify();
        open.assertCancelled();
    }

    @Test
    void refusesAnEventThatIsNotPromised() {
        assertRefused("event: gossip\ndata: {}\n\n");
    }

    @Test
    void refusesAnEventWithoutAName() {
        assertRefused("data: {}\n\n");
    }

    @Test
    void refusesDataThatIsNoJson() {
        assertRefused("event: reset\ndata: hello\n\n");
    }

    @Test
    void refusesDataAgainstItsSchema() {
        assertRefused(MESSAGE.replace("toCitizen", "toNobody"));
    }

    private void assertRefused(String stream) {
        StepVerifier.create(check.checked(cut(stream.getBytes(StandardCharsets.UTF_8), 3))
                        .doOnNext(DataBufferUtils::release)
                        .ignoreElements())
                .verifyError(ContractViolation.class);
    }

    private static Flux<DataBuffer> cut(byte[] bytes, int size) {
        return Flux.range(0, (bytes.length + size - 1) / size)
                .map(index -> Arrays.copyOfRange(bytes, index * size, Math.min(bytes.length, (index + 1) * size)))
                .map(Bytes::buffer);
    }
}
