package de.stadttor.citizenapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadttor.live.LiveEvent;
import de.stadttor.people.Citizen;
import de.stadttor.ticketing.ClaimEvent;
import de.stadttor.ticketing.MandateEvent;
import de.stadttor.ticketing.PublicState;
import de.stadttor.ticketing.PublicationEvent;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketEvent;
import de.stadttor.web.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;

/** Live events as Server-Sent Events: ids, codes and states, never a text somebody wrote. */
@Component
final class LiveViews {

    private static final Duration RECONNECT_AFTER = Duration.ofSeconds(2);

    private final EventIds ids;
    private final PublicStates states;

    LiveViews(EventIds ids, PublicStates states) {
        this.ids = ids;
        this.states = states;
    }

    ServerSentEvent<Object> of(LiveEvent event, Citizen citizen, Language language) {
        return switch (event) {
            case LiveEvent.Began _ ->
                ServerSentEvent.builder().retry(RECONNECT_AFTER).build();
            case LiveEvent.Snapshot(long position, var ticket) ->
                event("snapshot", citizen, position, standing(ticket, language));
            case LiveEvent.Reset(long position, var ticket) ->
                event("reset", citizen, position, new Standing(id(ticket), null));
            case LiveEvent.Happened happened -> happened(happened, citizen, language);
            case LiveEvent.Closed(var reason) ->
                ServerSentEvent.builder()
                        .event("closed")
                        .data(new Closed(code(reason)))
                        .build();
            case LiveEvent.Heartbeat _ ->
                ServerSentEvent.builder().comment("still here").build();
        };
    }

    private ServerSentEvent<Object> happened(LiveEvent.Happened happened, Citizen citizen, Language language) {
        UUID ticket = happened.ticket().id().value();
        Object data = switch (happened.event()) {
            case TicketEvent.MessageAdded added ->
                new MessageAdded(
                        ticket, added.message().value(), added.direction().code(), happened.withheld(), happened.at());
            case TicketEvent.Opened _ -> status(happened, PublicState.RECEIVED, language);
            case TicketEvent.StateChanged changed ->
                status(happened, changed.to().shown(), language);
            case TicketEvent.LevelRaised _,
                    TicketEvent.QueueChanged _,
                    TicketEvent.PriorityChanged _,
                    TicketEvent.Assigned _,
                    TicketEvent.FieldsChanged _,
                    TicketEvent.LinkRevoked _,
                    TicketEvent.AttentionCalled _,
                    TicketEvent.AttentionGiven _,
                    TicketEvent.Related _,
                    TicketEvent.Merged _,
                    TicketEvent.Erased _,
                    PublicationEvent _,
                    TicketEvent.CopyReceived _,
                    ClaimEvent.CaseClaimed _,
                    ClaimEvent.ClaimEnded _,
                    MandateEvent.MandateRecorded _,
                    MandateEvent.MandateRevoked _,
                    TicketEvent.MailSettled _ ->
                status(happened, happened.ticket().state().shown(), language);
        };
        return event(data instanceof MessageAdded ? "message" : "status", citizen, happened.position(), data);
    }

    private Status status(LiveEvent.Happened happened, PublicState state, Language language) {
        return new Status(happened.ticket().id().value(), states.view(state, language), happened.at());
    }

    private Standing standing(@Nullable Ticket ticket, Language language) {
        return ticket == null
                ? new Standing(null, null)
                : new Standing(ticket.id().value(), states.view(ticket.state().shown(), language));
    }

    private ServerSentEvent<Object> event(String name, Citizen citizen, long position, Object data) {
        return ServerSentEvent.builder(data)
                .id(ids.id(citizen, position))
                .event(name)
                .build();
    }

    private static @Nullable UUID id(@Nullable Ticket ticket) {
        return ticket == null ? null : ticket.id().value();
    }

    private static String code(LiveEvent.Reason reason) {
        return switch (reason) {
            case LOGOUT -> "logout";
            case REVOKED -> "revoked";
            case LEVEL_RAISED -> "levelRaised";
            case LEVEL_AGED -> "levelAged";
            case TOKEN_EXPIRED -> "tokenExpired";
        };
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(@Nullable UUID ticketId, PublicStates.@Nullable View publicState) {}

    record Status(UUID ticketId, PublicStates.View publicState, Instant at) {}

    record MessageAdded(UUID ticketId, UUID messageId, String direction, boolean withheld, Instant at) {}

    record Closed(String reason) {}
}
