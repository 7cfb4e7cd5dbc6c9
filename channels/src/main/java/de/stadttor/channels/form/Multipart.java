package de.stadttor.channels.form;

import de.stadttor.files.Reception;
import de.stadttor.files.StoredFile;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.BadRequest;
import de.stadttor.web.WebSettings;
import de.stadttor.web.bodies.Bodies;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads a multipart submission part by part; files stream to storage and are never in memory as a whole. */
@Component
public final class Multipart {

    private static final String SUBMISSION = "submission";
    private static final String FILES = "files";
    private static final int MOST_FILES = 20;

    private final Reception reception;
    private final long limit;

    Multipart(Reception reception, WebSettings settings) {
        this.reception = reception;
        this.limit = settings.bodyLimit();
    }

    public Mono<SubmittedBody> read(Flux<PartEvent> events) {
        return Mono.defer(() -> {
            var parts = new Parts();
            return events.onErrorMap(Multipart::isMalformed, _ -> new BadRequest(BadRequest.Reason.PARAMETER, "body"))
                    .windowUntil(PartEvent::isLast)
                    .concatMap(part -> part.switchOnFirst((first, all) -> {
                        PartEvent head = first.get();
                        return head == null ? all.then() : take(head, all, parts);
                    }))
                    .then(Mono.fromSupplier(parts::body));
        });
    }

    /** Headers of parts that cannot be read are told as illegal arguments. */
    private static boolean isMalformed(Throwable failure) {
        return failure instanceof DecodingException || failure instanceof IllegalArgumentException;
    }

    private Mono<Void> take(PartEvent head, Flux<PartEvent> part, Parts parts) {
        Flux<ByteBuffer> bytes = part.map(PartEvent::content).map(Multipart::copy);
        String name = head.headers().getContentDisposition().getName();
        if (SUBMISSION.equals(name)) {
            return whole(bytes).doOnNext(parts::json).then();
        }
        if (FILES.equals(name) && head instanceof FilePartEvent file) {
            String pointer = "/files/" + parts.nextFile();
            return reception
                    .receive(pointer, file.filename(), bytes, parts.left())
                    .doOnNext(parts::file)
                    .then();
        }
        return Mono.error(() -> new BadRequest(BadRequest.Reason.PARAMETER, "part"));
    }

    private static Mono<byte[]> whole(Flux<ByteBuffer> bytes) {
        return bytes.reduce(ByteBuffer.allocate(0), Multipart::joined).map(ByteBuffer::array);
    }

    private static ByteBuffer joined(ByteBuffer former, ByteBuffer more) {
        int size = former.remaining() + more.remaining();
        if (size > Bodies.LIMIT) {
            throw new Refused(new Refusal.TooLarge(Bodies.LIMIT));
        }
        return ByteBuffer.allocate(size).put(former).put(more).flip();
    }

    private static ByteBuffer copy(DataBuffer buffer) {
        ByteBuffer bytes = ByteBuffer.allocate(buffer.readableByteCount());
        buffer.toByteBuffer(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /** What has been read of one request; its parts come one after the other. */
    private final class Parts {

        private final List<StoredFile> files = new ArrayList<>();
        private byte[] json = new byte[0];
        private long taken;

        void json(byte[] bytes) {
            json = bytes;
        }

        void file(StoredFile file) {
            files.add(file);
            taken += file.content().size();
        }

        int nextFile() {
            if (files.size() >= MOST_FILES) {
                throw new BadRequest(BadRequest.Reason.PARTS, FILES);
            }
            return files.size();
        }

        long left() {
            return limit - taken;
        }

        SubmittedBody body() {
            if (json.length == 0) {
                throw new BadRequest(BadRequest.Reason.PARAMETER, SUBMISSION);
            }
            return new SubmittedBody(json, files);
        }
    }
}
