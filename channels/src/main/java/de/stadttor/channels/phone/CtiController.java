package de.stadttor.channels.phone;

import de.stadttor.calls.CallDoor;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.BadRequest;
import de.stadttor.web.bodies.Bodies;
import de.stadttor.web.bodies.StrictJson;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Takes what telephone systems push that were made for Zammad: only the address changes for them. */
@RestController
@RequestMapping("/api/intake/v1/cti/{token}")
final class CtiController {

    private final CallDoor door;
    private final CtiTokens tokens;
    private final Bodies bodies;
    private final PhoneNumbers numbers;
    private final Clock clock;

    CtiController(CallDoor door, CtiTokens tokens, Bodies bodies, PhoneNumbers numbers, Clock clock) {
        this.door = door;
        this.tokens = tokens;
        this.bodies = bodies;
        this.numbers = numbers;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<Map<String, Object>> pushCti(@PathVariable String token, ServerWebExchange exchange) {
        tokens.check(token);
        return exchange.getFormData()
                .onErrorMap(IllegalArgumentException.class, _ -> new BadRequest(BadRequest.Reason.PARAMETER, "body"))
                .map(CtiPush::of)
                .flatMap(this::take);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, Object>> pushCti(@PathVariable String token, ServerHttpRequest request) {
        tokens.check(token);
        return bodies.bytes(request).map(CtiController::json).map(CtiPush::of).flatMap(this::take);
    }

    private static JsonNode json(byte[] bytes) {
        JsonNode node = StrictJson.read(bytes);
        List<Refusal.Fault> faults = StrictJson.unfit(node);
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Invalid(faults));
        }
        return node;
    }

    /** Nothing that the telephone system should do. */
    private Mono<Map<String, Object>> take(CtiPush push) {
        return Mono.defer(() -> door.tell(push.report(clock.instant(), numbers)))
                .thenReturn(Map.of());
    }
}
