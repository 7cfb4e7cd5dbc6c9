package de.stadttor.web.callers;

import de.stadttor.people.Caller;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Machine;
import de.stadttor.web.Api;
import de.stadttor.web.TrustedIssuer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes callers of verified tokens. A token grants at most what its issuer may grant. */
@Component
final class TokenCallers {

    private static final String FORMS = "forms";
    private static final String FORM_SCOPE = "form:";

    /** The registered claim, and the one that Microsoft's issuers have in its place. */
    private static final List<String> SCOPES = List.of("scope", "scp");

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

    /**
     * Those of the claim {@code forms} and of scopes such as {@code form:insektennest}; all, when neither names one. A
     * claim that is there and cannot be read says something that we do not know, and so opens nothing.
     */
    private static Set<String> forms(Jwt token) {
        Set<String> forms = new HashSet<>(texts(token.getClaims().get(FORMS)));
        List<Object> scopes = SCOPES.stream()
                .map(token.getClaims()::get)
                .filter(Objects::nonNull)
                .toList();
        scopes.stream()
                .flatMap(claim -> scopes(claim).stream())
                .filter(each -> each.startsWith(FORM_SCOPE))
                .map(each -> each.substring(FORM_SCOPE.length()))
                .forEach(forms::add);
        boolean namesNone = !token.hasClaim(FORMS) && scopes.stream().allMatch(TokenCallers::isReadable);
        return forms.isEmpty() && namesNone ? Set.of("*") : forms;
    }

    /** Parted by blanks (RFC 8693, 4.2), or a list as many issuers have it. */
    private static List<String> scopes(Object claim) {
        return claim instanceof String text ? List.of(text.split(" ")) : texts(claim);
    }

    private static boolean isReadable(Object scope) {
        return scope instanceof String
                || (scope instanceof Collection<?> list && texts(list).size() == list.size());
    }

    /** What is no list says nothing, and neither does what is no text in it. */
    private static List<String> texts(@Nullable Object claim) {
        return claim instanceof Collection<?> values
                ? values.stream()
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
