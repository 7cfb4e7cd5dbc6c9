package de.stadttor.web;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.people.CitizenId;
import de.stadttor.people.Citizens;
import de.stadttor.people.Identity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

/** Tokens of somebody else that state a verified identity: a broker in front of BayernID, the demo. */
public final class IdentityTokens implements CitizenTokens {

    /** For issuers that name levels as we do. */
    public static final Map<String, AssuranceLevel> OUR_LEVELS = Arrays.stream(AssuranceLevel.values())
            .collect(Collectors.toUnmodifiableMap(AssuranceLevel::code, Function.identity()));

    private final Citizens citizens;
    private final Function<Jwt, Identity> identity;
    private final Map<String, AssuranceLevel> levels;

    /**
     * @param identity fails with an {@code AuthenticationException} where a token has none
     * @param levels what each {@code acr} stands for; a token with another one is refused, one without is the weakest
     */
    public IdentityTokens(Citizens citizens, Function<Jwt, Identity> identity, Map<String, AssuranceLevel> levels) {
        this.citizens = citizens;
        this.identity = identity;
        this.levels = Map.copyOf(levels);
    }

    @Override
    public Mono<Citizen> citizen(Jwt token) {
        return Mono.fromSupplier(() -> identity.apply(token))
                .flatMap(citizens::recognize)
                .map(id -> citizen(id, token))
                .switchIfEmpty(Mono.error(() -> new BadCredentialsException("unknown citizen")));
    }

    private Citizen citizen(CitizenId id, Jwt token) {
        Instant until = Objects.requireNonNull(token.getExpiresAt(), "exp");
        return new Citizen(id, level(token), token.getClaimAsString("name"), null, until);
    }

    private AssuranceLevel level(Jwt token) {
        String acr = token.getClaimAsString("acr");
        AssuranceLevel level = acr == null ? AssuranceLevel.BASIC : levels.get(acr);
        if (level == null) {
            throw new BadCredentialsException("unknown acr");
        }
        return level;
    }
}
