package de.stadttor.web.callers;

import de.stadttor.people.Caller;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Machine;
import de.stadttor.web.Api;
import de.stadttor.web.TrustedIssuer;
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

    private static final String FORM_SCOPE = "form:";

    Mono<Caller> caller(Api api, TrustedIssuer issuer, Jwt token) {
        return switch (api) {
            case CITIZEN -> issuer.citizens().citizen(token).cast(Caller.class);
            case DESK -> Mono.just(caseworker(issuer, token));
            case INTAKE -> Mono.just(machine(issuer, token));
        };
    }

    private static Caseworker caseworker(TrustedIssuer issuer, Jwt token) {
        Set<String> granted = granted(issuer, token);
        Set<Caseworker.Role> roles = Arrays.stream(Caseworker.Role.values())
                .filter(role -> granted.contains(code(role)))
                .collect(Collectors.toSet());
        String name = Objects.requireNonNullElse(token.getClaimAsString("name"), subject(token));
        return new Caseworker(
                subject(token), name, roles, Set.copyOf(issuer.claims().queues(token)));
    }

    private static Machine machine(TrustedIssuer issuer, Jwt token) {
        Set<String> granted = granted(issuer, token);
        Set<Machine.Right> rights = Arrays.stream(Machine.Right.values())
                .filter(right -> granted.contains(code(right)))
                .collect(Collectors.toSet());
        return new Machine(subject(token), rights, forms(token));
    }

    /** Those of the claim {@code forms} and of scopes such as {@code form:insektennest}; all, when it names none. */
    private static Set<String> forms(Jwt token) {
        Set<String> forms = new HashSet<>(named(token));
        String scope = token.getClaims().get("scope") instanceof String scopes ? scopes : "";
        Arrays.stream(scope.split(" "))
                .filter(each -> each.startsWith(FORM_SCOPE))
                .map(each -> each.substring(FORM_SCOPE.length()))
                .forEach(forms::add);
        return forms.isEmpty() && !token.hasClaim("forms") ? Set.of("*") : forms;
    }

    private static List<String> named(Jwt token) {
        return token.getClaims().get("forms") instanceof List<?> names
                ? names.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static String subject(Jwt token) {
        String subject = token.getSubject();
        if (subject == null) {
            throw new BadCredentialsException("no subject");
        }
        return subject;
    }

    private static Set<String> granted(TrustedIssuer issuer, Jwt token) {
        Set<String> granted = new HashSet<>(issuer.claims().roles(token));
        granted.retainAll(issuer.roles());
        return granted;
    }

    /** {@code ASSERT_IDENTITY} is {@code assert-identity} in tokens. */
    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
