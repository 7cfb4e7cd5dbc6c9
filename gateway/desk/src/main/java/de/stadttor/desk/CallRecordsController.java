package de.stadttor.desk;

import de.stadttor.calls.Call;
import de.stadttor.calls.CallDesk;
import de.stadttor.calls.CallId;
import de.stadttor.calls.Calls;
import de.stadttor.calls.VerifiedCallers;
import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.TicketId;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Contract;
import de.stadttor.web.Cursors;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import de.stadttor.web.Received;
import de.stadttor.web.Repeats;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Calls, and whom they concern. */
@RestController
@RequestMapping("/api/desk/v1")
final class CallRecordsController {

    private static final String FILTER = "call-backs";

    private final CallDesk calls;
    private final VerifiedCallers callers;
    private final Cursors cursors;

    CallRecordsController(CallDesk calls, VerifiedCallers callers, Cursors cursors) {
        this.calls = calls;
        this.callers = callers;
        this.cursors = cursors;
    }

    @GetMapping("/calls/{callId}")
    Mono<CallRecordView> readCall(@PathVariable String callId, Caseworker caseworker) {
        return calls.read(caseworker, call(callId)).map(CallRecordView::of);
    }

    /** The caseworker vouches for who called. */
    @PutMapping("/calls/{callId}/ticket")
    Mono<CallRecordView> attachCall(
            @PathVariable String callId,
            @Contract("desk.yaml#CallTicket") Received<CallTicket> ticket,
            Caseworker caseworker) {
        return calls.attach(
                        caseworker, call(callId), new TicketId(ticket.value().ticketId()))
                .map(CallRecordView::of);
    }

    @PostMapping("/calls/{callId}/summary")
    Mono<SummaryView> releaseCallSummary(
            @PathVariable String callId,
            @Contract("desk.yaml#CallSummary") Received<CallSummary> summary,
            Caseworker caseworker,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        var key = Repeats.key(request, caseworker, "summary " + callId, summary.fingerprint());
        return calls.release(caseworker, call(callId), summary.value().text(), key)
                .map(done -> {
                    response.setStatusCode(done.repeated() ? HttpStatus.OK : HttpStatus.CREATED);
                    Repeats.mark(response, done.repeated());
                    return new SummaryView(
                            done.value().id().value(),
                            done.value().ticket().value(),
                            done.value().createdAt());
                });
    }

    @GetMapping("/call-backs")
    Mono<Page<CallRecordView>> listCallBacks(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caseworker caseworker) {
        return Page.of(
                calls.toCallBack(caseworker, place(cursors.open(caseworker, FILTER, cursor)), limit.oneMore()),
                limit.value(),
                CallRecordView::of,
                last -> cursors.close(caseworker, FILTER, place(last)));
    }

    @PostMapping("/call-backs/{callId}/done")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> finishCallBack(@PathVariable String callId, Caseworker caseworker) {
        return calls.calledBack(caseworker, call(callId));
    }

    @PostMapping("/tickets/{id}/call-codes")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<CodeView> issueCallCode(@PathVariable TicketId id, Caseworker caseworker) {
        return callers.issue(caseworker, id).map(issued -> new CodeView(issued.code(), issued.expiresAt()));
    }

    private static CallId call(String callId) {
        if (!CallId.isOne(callId)) {
            throw new Refused(new Refusal.NotFound());
        }
        return new CallId(callId);
    }

    private static String place(Call call) {
        return Objects.requireNonNull(call.callBack()).by() + " " + call.id().value();
    }

    private static Calls.@Nullable Place place(@Nullable String place) {
        if (place == null) {
            return null;
        }
        String[] parts = place.split(" ", 2);
        if (parts.length != 2) {
            throw new BadRequest(BadRequest.Reason.CURSOR, "cursor");
        }
        return new Calls.Place(Instant.parse(parts[0]), parts[1]);
    }

    record CallTicket(UUID ticketId) {}

    record CallSummary(String text) {}

    record SummaryView(UUID messageId, UUID ticketId, Instant createdAt) {}

    record CodeView(String code, Instant expiresAt) {}
}
