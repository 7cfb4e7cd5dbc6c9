package de.stadttor.citizenapi;

import de.stadttor.live.FollowTickets;
import de.stadttor.live.LiveEvent;
import de.stadttor.people.Citizen;
import de.stadttor.ticketing.TicketId;
import de.stadttor.web.EventStreams;
import de.stadttor.web.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping(path = "/api/citizen/v1", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
final class LiveController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final FollowTickets follow;
    private final EventIds ids;
    private final LiveViews views;
    private final EventStreams streams;

    LiveController(FollowTickets follow, EventIds ids, LiveViews views, EventStreams streams) {
        this.streams = streams;
        this.follow = follow;
        this.ids = ids;
        this.views = views;
    }

    @GetMapping("/tickets/{id}/events")
    Mono<Void> followTicket(
            @PathVariable TicketId id,
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId,
            Citizen citizen,
            ServerWebExchange exchange) {
        return send(exchange, citizen, follow.one(citizen, id, ids.resumption(citizen, lastEventId)));
    }

    @GetMapping("/events")
    Mono<Void> followAll(
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId,
            Citizen citizen,
            ServerWebExchange exchange) {
        return send(exchange, citizen, follow.all(citizen, ids.resumption(citizen, lastEventId)));
    }

    private Mono<Void> send(ServerWebExchange exchange, Citizen citizen, Mono<Flux<LiveEvent>> stream) {
        Language language = Language.of(exchange.getRequest().getHeaders());
        return stream.flatMap(
                events -> streams.send(exchange, events.map(event -> views.of(event, citizen, language))));
    }
}
