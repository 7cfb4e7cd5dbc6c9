package de.stadttor.wiring;

import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.logins.LetIn;
import de.stadttor.logins.LoginTrail;
import de.stadttor.logins.OwnSessions;
import de.stadttor.logins.SpentAssertions;
import de.stadttor.logins.StartedLogins;
import de.stadttor.people.CitizenData;
import de.stadttor.people.Citizens;
import de.stadttor.sessions.Sessions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class LoginWiring {

    private static final Logger LOG = LoggerFactory.getLogger(LoginWiring.class);

    /** Often, since what waits is bounded and what is over takes others' place. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    LetIn letIn(
            Citizens citizens,
            CitizenData data,
            Sessions sessions,
            LoginTrail trail,
            UnitOfWork unitOfWork,
            Ids ids,
            Clock clock) {
        return new LetIn(citizens, data, sessions, trail, unitOfWork, ids, new SecureRandom(), clock);
    }

    @Bean
    OwnSessions ownSessions(Sessions sessions, LoginTrail trail, UnitOfWork unitOfWork, Clock clock) {
        return new OwnSessions(sessions, trail, unitOfWork, clock);
    }

    @Bean
    Running loginsOver(StartedLogins started, SpentAssertions spent, Sessions sessions, Clock clock) {
        Flux<Long> rounds = Flux.interval(PAUSE)
                .onBackpressureDrop()
                .concatMap(_ -> round(started, spent, sessions, clock.instant()), 1);
        return Running.beside("logins over", rounds);
    }

    /** What fails now is done a minute later. */
    private static Mono<Long> round(StartedLogins started, SpentAssertions spent, Sessions sessions, Instant now) {
        return Flux.concat(started.expire(now), spent.expire(now), sessions.expire(now))
                .reduce(0L, Long::sum)
                .doOnError(failure -> LOG.warn("Logins that are over were not tidied away", failure))
                .onErrorComplete();
    }
}
