package de.stadttor.web.sockets;

import de.stadttor.refusal.Refused;
import de.stadttor.web.BadRequest;
import de.stadttor.web.bodies.Bodies;
import de.stadttor.web.bodies.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Reads what the other side sends, and holds it against its contract.
 *
 * @param <F> what all frames of this socket are
 */
public final class Frames<F> {

    private static final String CONTRACT = "chat.yaml#";

    private final Bodies bodies;
    private final Map<String, Kind<? extends F>> kinds;

    /** @param kinds by the {@code type} that names them */
    public Frames(Bodies bodies, Map<String, Kind<? extends F>> kinds) {
        this.bodies = bodies;
        this.kinds = Map.copyOf(kinds);
        kinds.values().forEach(kind -> bodies.require(CONTRACT + kind.schema()));
    }

    /** @throws BadRequest when it is no JSON, of no type that we know, or against its schema */
    public F read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        JsonNode frame = StrictJson.read(bytes);
        Kind<? extends F> kind = kinds.get(frame.path("type").asString(""));
        if (kind == null) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "type");
        }
        try {
            return bodies.read(bytes, CONTRACT + kind.schema(), kind.type()).value();
        } catch (Refused e) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "frame");
        }
    }

    /**
     * @param schema its name in the contract
     * @param type what it is read as
     */
    public record Kind<F>(String schema, Class<F> type) {}
}
