package de.stadttor.channels.phone;

import de.stadttor.calls.Call;
import de.stadttor.calls.CallDirection;
import de.stadttor.calls.CallDoor;
import de.stadttor.calls.CallId;
import de.stadttor.calls.CallReport;
import de.stadttor.calls.VerifiedCallers;
import de.stadttor.people.Machine;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.TicketId;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Contract;
import de.stadttor.web.Received;
import de.stadttor.web.Repeats;
import de.stadttor.web.bodies.Bodies;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a call centre tells of a call. */
@RestController
@RequestMapping("/api/intake/v1/calls/{callId}")
final class CallsController {

    /** Bytes of a transcript that comes as text: more than a day of talk has. */
    private static final int MOST = 4 * 1024 * 1024;

    /** What takes longer than a moment to read is read elsewhere. */
    private static final int SMALL = 32 * 1024;

    private final CallDoor door;
    private final VerifiedCallers callers;
    private final Transcripts transcripts;
    private final Bodies bodies;
    private final PhoneNumbers numbers;
    private final PhoneSettings settings;
    private final Clock clock;

    CallsController(
            CallDoor door,
            VerifiedCallers callers,
            Transcripts transcripts,
            Bodies bodies,
            PhoneNumbers numbers,
            PhoneSettings settings,
            Clock clock) {
        this.door = door;
        this.callers = callers;
        this.transcripts = transcripts;
        this.bodies = bodies;
        this.numbers = numbers;
        this.settings = settings;
        this.clock = clock;
    }

    @PostMapping("/events")
    Mono<CallView> reportCallEvent(
            @PathVariable String callId,
            @Contract("intake.yaml#CallEvent") Received<EventBody> event,
            Machine client,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        CallId call = call(callId, client);
        String key = Repeats.key(request.getHeaders());
        return answer(event.value().report(call, key, clock.instant(), numbers, settings.keepRecording()), response);
    }

    @PostMapping(path = "/transcript", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<CallView> addCallTranscript(
            @PathVariable String callId, Machine client, ServerHttpRequest request, ServerHttpResponse response) {
        CallId call = call(callId, client);
        return bodies.bytes(request)
                .flatMap(body -> read(body, (read, bytes) -> transcripts.json(call, read, bytes), request))
                .flatMap(said -> answer(said, response));
    }

    @PostMapping(
            path = "/transcript",
            consumes = {"text/*", "application/x-subrip", "application/srt"})
    Mono<CallView> addCallTranscript(
            @PathVariable String callId,
            @RequestBody Flux<DataBuffer> text,
            Machine client,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        CallId call = call(callId, client);
        if (request.getHeaders().getContentLength() > MOST) {
            return Mono.error(() -> new Refused(new Refusal.TooLarge(MOST)));
        }
        return DataBufferUtils.join(text, MOST)
                .map(CallsController::release)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(DataBufferLimitException.class, _ -> new Refused(new Refusal.TooLarge(MOST)))
                .flatMap(body -> read(body, (read, bytes) -> transcripts.text(call, read, bytes), request))
                .flatMap(said -> answer(said, response));
    }

    @PostMapping("/verification")
    Mono<VerifiedView> verifyCaller(
            @PathVariable String callId, @Contract("intake.yaml#CallCode") Received<Code> code, Machine client) {
        CallId call = call(callId, client);
        return callers.verify(call, code.value().code()).map(ticket -> new VerifiedView(callId, ticket.value()));
    }

    private static Mono<CallReport.Said> read(
            byte[] body, BiFunction<ServerHttpRequest, byte[], CallReport.Said> reader, ServerHttpRequest request) {
        Mono<CallReport.Said> read = Mono.fromCallable(() -> reader.apply(request, body));
        return body.length <= SMALL ? read : read.subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<CallView> answer(CallReport report, ServerHttpResponse response) {
        return door.tell(report).map(told -> {
            response.setStatusCode(told.repeated() ? HttpStatus.OK : HttpStatus.CREATED);
            Repeats.mark(response, told.repeated());
            return CallView.of(told.call());
        });
    }

    private static CallId call(String callId, Machine client) {
        if (!client.may(Machine.Right.REPORT_CALLS)) {
            throw new Refused(new Refusal.NotAllowed());
        }
        if (!CallId.isOne(callId)) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "callId");
        }
        return new CallId(callId);
    }

    private static byte[] release(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    record Code(String code) {}

    record VerifiedView(String callId, UUID ticketId) {}

    /** A call as it stands now, for whoever tells of it: without numbers, which they know. */
    record CallView(
            String callId,
            String state,
            @Nullable String direction,
            @Nullable Instant startedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            boolean missed,
            boolean contradictory,
            @Nullable UUID ticketId) {

        static CallView of(Call call) {
            CallDirection direction = call.course().direction();
            TicketId ticket = call.ticket();
            return new CallView(
                    call.id().value(),
                    call.course().state().code(),
                    direction == null ? null : direction.code(),
                    call.course().startedAt(),
                    call.course().answeredAt(),
                    call.course().endedAt(),
                    call.course().missed(),
                    call.course().contradictory(),
                    ticket == null ? null : ticket.value());
        }
    }
}
