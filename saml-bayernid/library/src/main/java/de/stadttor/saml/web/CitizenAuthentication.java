package de.stadttor.saml.web;

import de.stadttor.saml.AssuranceLevel;
import de.stadttor.saml.outcome.CitizenLogin;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A citizen towards Spring Security. Holds one authority for each level that the login satisfies, so that
 * {@code hasAuthority("LEVEL_SUBSTANTIAL")} reads as meant. Its name is the person's key.
 */
public final class CitizenAuthentication implements Authentication {

    private static final long serialVersionUID = 1L;

    private final CitizenLogin login;

    public CitizenAuthentication(CitizenLogin login) {
        this.login = login;
    }

    /** The authority that every login of at least this level holds. */
    public static String authority(AssuranceLevel level) {
        return "LEVEL_" + level.name();
    }

    public CitizenLogin login() {
        return login;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return Arrays.stream(AssuranceLevel.values())
                .filter(login.level()::satisfies)
                .map(level -> new SimpleGrantedAuthority(authority(level)))
                .toList();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getDetails() {
        return List.of();
    }

    @Override
    public CitizenLogin getPrincipal() {
        return login;
    }

    @Override
    public boolean isAuthenticated() {
        return true;
    }

    /** Can be neither taken back nor given anew: log out, or log in. */
    @Override
    public void setAuthenticated(boolean authenticated) {
        throw new IllegalArgumentException("a login is what it is");
    }

    @Override
    public String getName() {
        return login.citizen().personKey().value();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CitizenAuthentication that && login.equals(that.login);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(login);
    }

    @Override
    public String toString() {
        return "CitizenAuthentication[" + login.level() + "]";
    }
}
