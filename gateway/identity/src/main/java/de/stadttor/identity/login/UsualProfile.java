package de.stadttor.identity.login;

import de.stadttor.saml.profile.SamlProfile;
import de.stadttor.saml.profile.SamlProfiles;
import de.stadttor.web.StepUp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Where callers step up of whom no session says where they logged in: at BayernID, or at the first by name where that
 * is not set up.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UsualProfile implements WebFilter {

    private static final String BAYERNID = "bayernid";

    private final @Nullable String name;

    UsualProfile(ObjectProvider<SamlProfiles> profiles) {
        this.name = among(profiles.stream()
                .flatMap(all -> all.all().stream())
                .map(SamlProfile::name)
                .toList());
    }

    /** Null where there is no profile. */
    static @Nullable String among(List<String> names) {
        return names.contains(BAYERNID)
                ? BAYERNID
                : names.stream().sorted().findFirst().orElse(null);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (name != null) {
            StepUp.profile(exchange, name);
        }
        return chain.filter(exchange);
    }
}
