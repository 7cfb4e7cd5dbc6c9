package de.stadttor.wiring;

import de.stadttor.events.Feeds;
import de.stadttor.grants.GrantStore;
import de.stadttor.guests.AccessLinks;
import de.stadttor.live.FollowTickets;
import de.stadttor.live.Followers;
import de.stadttor.live.LiveFeed;
import de.stadttor.live.LostWakes;
import de.stadttor.live.SessionStanding;
import de.stadttor.live.Standing;
import de.stadttor.mandates.Representatives;
import de.stadttor.sessions.Sessions;
import de.stadttor.ticketing.Access;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LiveWiring {

    private static final Duration POLL = Duration.ofSeconds(2);

    @Bean
    Followers followers() {
        return new Followers();
    }

    @Bean
    Standing standing(
            AccessLinks links, Sessions sessions, GrantStore grants, Representatives representatives, Clock clock) {
        return new SessionStanding(links, sessions, grants, representatives, clock);
    }

    @Bean
    FollowTickets followTickets(Feeds feeds, Followers followers, Access access, Standing standing, Clock clock) {
        return new FollowTickets(new LiveFeed(feeds, followers), feeds, access, standing, clock);
    }

    @Bean
    Running lostWakes(Feeds feeds, Followers followers) {
        return Running.beside("lost wakes", new LostWakes(feeds, followers).every(POLL));
    }
}
