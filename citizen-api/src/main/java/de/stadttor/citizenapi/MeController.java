package de.stadttor.citizenapi;

import de.stadttor.guests.AccessLinks;
import de.stadttor.guests.AccessToken;
import de.stadttor.people.Citizen;
import de.stadttor.web.Contract;
import de.stadttor.web.OnBehalf;
import de.stadttor.web.Received;
import de.stadttor.web.SessionCookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/citizen/v1")
final class MeController {

    private final AccessLinks links;
    private final SessionCookie cookie;
    private final Clock clock;

    MeController(AccessLinks links, SessionCookie cookie, Clock clock) {
        this.links = links;
        this.cookie = cookie;
        this.clock = clock;
    }

    @GetMapping("/me")
    Me readMe(Citizen citizen) {
        return new Me(
                citizen.id().value(), citizen.name(), citizen.level().code(), OnBehalf.of(citizen.representation()));
    }

    @PostMapping("/access")
    Mono<Access> openAccess(
            @Contract("citizen.yaml#AccessLink") Received<AccessLink> link, ServerHttpResponse response) {
        return links.open(new AccessToken(link.value().token()))
                .doOnNext(opened -> response.addCookie(
                        cookie.of(opened.session().secret(), Duration.between(clock.instant(), opened.expiresAt()))))
                .map(opened ->
                        new Access(opened.ticket().value(), opened.session().secret(), opened.expiresAt()));
    }

    /** Who came by a login has no session of a link to close. */
    @DeleteMapping("/access")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> closeAccess(Citizen citizen, ServerHttpResponse response) {
        response.addCookie(cookie.of("", Duration.ZERO));
        return Mono.justOrEmpty(citizen.guestSession()).flatMap(links::end);
    }

    /** @param onBehalf whom the caller acts for; null for oneself */
    record Me(
            UUID subject,
            @Nullable String name,
            String assuranceLevel,
            @Nullable OnBehalf onBehalf) {}

    record AccessLink(String token) {}

    record Access(UUID ticketId, String accessToken, Instant expiresAt) {}
}
