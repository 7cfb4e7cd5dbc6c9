package de.stadttor.channels.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import de.stadttor.events.CountingIds;
import de.stadttor.files.InMemoryContents;
import de.stadttor.files.Reception;
import de.stadttor.files.Scanner;
import de.stadttor.refusal.Refused;
import de.stadttor.web.BadRequest;
import de.stadttor.web.WebSettings;
import de.stadttor.web.bodies.Bodies;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Flux;

/** Replays what fuzzing has found, and fuzzes when the environment says {@code JAZZER_FUZZ=1}. */
class MultipartFuzzTest {

    private static final long LIMIT = 10_000;
    private static final String BOUNDARY = "b";
    private static final PartEventHttpMessageReader READER = new PartEventHttpMessageReader();
    private static final MediaType TYPE = MediaType.parseMediaType("multipart/form-data; boundary=" + BOUNDARY);

    @FuzzTest(maxDuration = "60s")
    void takesAWholeSubmissionWithinItsLimitsOrSaysWhatIsWrong(FuzzedDataProvider data) {
        var multipart = new Multipart(
                new Reception(new InMemoryContents(), Scanner.NONE, new CountingIds()),
                new WebSettings("http://localhost", LIMIT, Duration.ofSeconds(1), Duration.ofSeconds(10)));
        try {
            SubmittedBody body = multipart.read(events(chunks(data))).block();
            assertThat(body.json()).hasSizeBetween(1, Bodies.LIMIT);
            assertThat(body.files()).hasSizeLessThanOrEqualTo(20);
            assertThat(body.files().stream()
                            .mapToLong(file -> file.content().size())
                            .sum())
                    .isLessThanOrEqualTo(LIMIT);
        } catch (BadRequest | Refused | ServerWebInputException e) {
            assertThat(e).isNotNull(); // a 4xx with its reason, see the problem catalogue
        }
    }

    /** Now a part of our own, now whatever comes, cut into pieces anywhere. */
    private static List<byte[]> chunks(FuzzedDataProvider data) {
        List<byte[]> chunks = new ArrayList<>();
        while (data.remainingBytes() > 0 && chunks.size() < 100) {
            chunks.add(
                    switch (data.consumeInt(0, 4)) {
                        case 0 -> part("name=\"submission\"", "{}");
                        case 1 -> part("name=\"files\"; filename=\"a.txt\"", "x".repeat(data.consumeInt(0, 4000)));
                        case 2 -> part(data.consumeAsciiString(40), data.consumeString(40));
                        case 3 -> "--b--\r\n".getBytes(StandardCharsets.US_ASCII);
                        default -> data.consumeBytes(60);
                    });
        }
        return chunks;
    }

    private static byte[] part(String disposition, String content) {
        return ("--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Flux<PartEvent> events(List<byte[]> chunks) {
        var request = MockServerHttpRequest.post("/")
                .contentType(TYPE)
                .body(Flux.fromIterable(chunks).<DataBuffer>map(DefaultDataBufferFactory.sharedInstance::wrap));
        return READER.read(ResolvableType.forClass(PartEvent.class), request, Map.of());
    }
}
