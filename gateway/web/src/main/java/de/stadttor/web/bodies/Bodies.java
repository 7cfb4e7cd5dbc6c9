package de.stadttor.web.bodies;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.refusal.Refused;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Received;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Reads JSON bodies and holds them against their contract. */
@Component
public final class Bodies {

    /** Largest JSON body, in bytes. Files have a way of their own. */
    public static final int LIMIT = 2 * 1024 * 1024;

    private final Schemas schemas;

    Bodies(Schemas schemas) {
        this.schemas = schemas;
    }

    /**
     * The body of a request.
     *
     * @param contract file and schema, such as {@code citizen.yaml#NewMessage}
     */
    public <T> Mono<Received<T>> read(ServerHttpRequest request, String contract, Class<T> type) {
        return bytes(request).map(bytes -> read(bytes, contract, type));
    }

    /** The bytes of a JSON body, at most {@link #LIMIT}. */
    public Mono<byte[]> bytes(ServerHttpRequest request) {
        MediaType type = request.getHeaders().getContentType();
        if (type == null || !MediaType.APPLICATION_JSON.isCompatibleWith(type)) {
            return Mono.error(() -> new BadRequest(BadRequest.Reason.MEDIA_TYPE, "Content-Type"));
        }
        return whole(request);
    }

    /** The bytes of a body of whatever type, at most {@link #LIMIT}. */
    public Mono<byte[]> whole(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), LIMIT)
                .map(Bodies::release)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(DataBufferLimitException.class, _ -> new Refused(new Refusal.TooLarge(LIMIT)));
    }

    /** Reads the contract itself, at start. */
    public void require(String contract) {
        schemas.require(contract);
    }

    public <T> Received<T> read(byte[] bytes, String contract, Class<T> type) {
        JsonNode node = StrictJson.read(bytes);
        List<Fault> faults = new ArrayList<>(StrictJson.unfit(node));
        if (faults.isEmpty()) {
            faults.addAll(schemas.faults(contract, node));
        }
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Invalid(faults));
        }
        return new Received<>(StrictJson.as(node, type), StrictJson.fingerprint(node));
    }

    private static byte[] release(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
