package de.stadttor.web.callers;

import de.stadttor.people.Citizen;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.Tickets;
import de.stadttor.web.SessionCookie;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPattern.PathMatchInfo;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * What a citizen can show: a token, the session of a login, the session of an access link. Who sends a token means it,
 * whatever cookies come along. Of two cookies the login's counts, but for a ticket that it has no part in: that is the
 * case whose link was opened in the same browser.
 */
@Component
final class CitizenCredentials implements ServerAuthenticationConverter {

    private static final PathPattern TICKET =
            PathPatternParser.defaultInstance.parse("/api/citizen/v1/tickets/{id}/{*below}");

    private final ServerAuthenticationConverter bearer = new ServerBearerTokenAuthenticationConverter();
    private final GuestAuthentication guests;
    private final BrowserCallers browsers;
    private final SessionCookie guestCookie;
    private final Tickets tickets;

    CitizenCredentials(
            GuestAuthentication guests, BrowserCallers browsers, SessionCookie guestCookie, Tickets tickets) {
        this.guests = guests;
        this.browsers = browsers;
        this.guestCookie = guestCookie;
        this.tickets = tickets;
    }

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                ? guests.byToken(exchange).switchIfEmpty(Mono.defer(() -> bearer.convert(exchange)))
                : browsers.recognize(exchange)
                        .filterWhen(citizen -> isMeant(citizen, exchange.getRequest()))
                        .<Authentication>map(CallerAuthentication::new)
                        .switchIfEmpty(Mono.defer(() -> guests.byCookie(exchange)));
    }

    private Mono<Boolean> isMeant(Citizen citizen, ServerHttpRequest request) {
        TicketId ticket = guestCookie.read(request) == null ? null : ticket(request);
        return ticket == null ? Mono.just(true) : tickets.participates(citizen.id(), ticket);
    }

    /** Null for what is no ticket's path. */
    private static @Nullable TicketId ticket(ServerHttpRequest request) {
        PathMatchInfo match = TICKET.matchAndExtract(request.getPath().pathWithinApplication());
        try {
            return match == null ? null : TicketId.of(match.getUriVariables().getOrDefault("id", ""));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
