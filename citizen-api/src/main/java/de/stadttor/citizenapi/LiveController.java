package de.stadttor.citizenapi;

import de.stadttor.live.FollowTickets;
import de.stadttor.live.LiveEvent;
import de.stadttor.people.Citizen;
import de.stadttor.ticketing.TicketId;
import de.stadttor.web.Language;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

@RestController
@RequestMapping(path = "/api/citizen/v1", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
final class LiveController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final FollowTickets follow;
    private final EventIds ids;
    private final LiveViews views;

    LiveController(FollowTickets follow, EventIds ids, LiveViews views) {
        this.follow = follow;
        this.ids = ids;
        this.views = views;
    }

    @GetMapping("/tickets/{id}/events")
    Flux<ServerSentEvent<Object>> followTicket(
            @PathVariable TicketId id,
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId,
            @RequestHeader HttpHeaders headers,
            Citizen citizen) {
        return follow.one(citizen, id, ids.resumption(citizen, lastEventId)).transform(shownTo(citizen, headers));
    }

    @GetMapping("/events")
    Flux<ServerSentEvent<Object>> followAll(
            @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String lastEventId,
            @RequestHeader HttpHeaders headers,
            Citizen citizen) {
        return follow.all(citizen, ids.resumption(citizen, lastEventId)).transform(shownTo(citizen, headers));
    }

    private Function<Flux<LiveEvent>, Flux<ServerSentEvent<Object>>> shownTo(Citizen citizen, HttpHeaders headers) {
        Language language = Language.of(headers);
        return events -> events.map(event -> views.of(event, citizen, language));
    }
}
