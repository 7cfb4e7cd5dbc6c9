package de.stadttor.identity.login;

import de.stadttor.logins.SpentAssertions;
import de.stadttor.saml.response.UsedAssertions;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The library's used assertions, where every node finds them. */
@Component
final class SharedUsedAssertions implements UsedAssertions {

    private final SpentAssertions spent;

    SharedUsedAssertions(SpentAssertions spent) {
        this.spent = spent;
    }

    @Override
    public Mono<Boolean> markUsed(String key, Instant until) {
        return spent.spend(key, until);
    }
}
