package de.stadttor.web.callers;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caller;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Citizen;
import de.stadttor.people.Citizens;
import de.stadttor.people.Machine;
import de.stadttor.web.Api;
import de.stadttor.web.TrustedIssuer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes callers of verified tokens. A token grants at most what its issuer may grant. */
@Component
final class TokenCallers {

    private final Citizens citizens;

    TokenCallers(Citizens citizens) {
        this.citizens = citizens;
    }

    Mono<Caller> caller(Api api, TrustedIssuer issuer, Jwt token) {
        return switch (api) {
            case CITIZEN -> citizen(issuer, token);
            case DESK -> Mono.just(caseworker(issuer, token));
            case INTAKE -> Mono.just(machine(issuer, token));
        };
    }

    private Mono<Caller> citizen(TrustedIssuer issuer, Jwt token) {
        AssuranceLevel level = level(token);
        Instant until = Objects.requireNonNull(token.getExpiresAt(), "exp");
        return citizens.recognize(issuer.identity().apply(token))
                .<Caller>map(id -> new Citizen(id, level, token.getClaimAsString("name"), null, until))
                .switchIfEmpty(Mono.error(() -> new BadCredentialsException("unknown citizen")));
    }

    private static Caseworker caseworker(TrustedIssuer issuer, Jwt token) {
        Set<String> granted = granted(issuer, token);
        Set<Caseworker.Role> roles = Arrays.stream(Caseworker.Role.values())
                .filter(role -> granted.contains(code(role)))
                .collect(Collectors.toSet());
        String name = Objects.requireNonNullElse(token.getClaimAsString("name"), subject(token));
        return new Caseworker(subject(token), name, roles, Set.copyOf(list(token, "queues")));
    }

    private static Machine machine(TrustedIssuer issuer, Jwt token) {
        Set<String> granted = granted(issuer, token);
        Set<Machine.Right> rights = Arrays.stream(Machine.Right.values())
                .filter(right -> granted.contains(code(right)))
                .collect(Collectors.toSet());
        return new Machine(subject(token), rights);
    }

    private static String subject(Jwt token) {
        String subject = token.getSubject();
        if (subject == null) {
            throw new BadCredentialsException("no subject");
        }
        return subject;
    }

    private static AssuranceLevel level(Jwt token) {
        String acr = token.getClaimAsString("acr");
        try {
            return acr == null ? AssuranceLevel.BASIC : AssuranceLevel.of(acr);
        } catch (IllegalArgumentException e) {
            throw new BadCredentialsException("unknown acr");
        }
    }

    private static Set<String> granted(TrustedIssuer issuer, Jwt token) {
        Set<String> granted = new HashSet<>(list(token, "roles"));
        granted.retainAll(issuer.roles());
        return granted;
    }

    private static List<String> list(Jwt token, String claim) {
        return Objects.requireNonNullElse(token.getClaimAsStringList(claim), List.of());
    }

    /** {@code ASSERT_IDENTITY} is {@code assert-identity} in tokens. */
    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
