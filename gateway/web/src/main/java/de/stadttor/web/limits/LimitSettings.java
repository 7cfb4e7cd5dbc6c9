package de.stadttor.web.limits;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one source may ask of one node.
 *
 * @param trustedProxies networks (CIDR) whose {@code X-Forwarded-For} is believed (STADTTOR_TRUSTED_PROXIES)
 * @param failures refused credentials of one address
 * @param login requests of one address for logins and tokens
 * @param visitor requests of one address for forms and for sending them
 * @param citizen requests of one citizen
 * @param caseworker requests of one caseworker
 * @param machine requests of one client system
 */
@ConfigurationProperties("stadttor.web.limits")
public record LimitSettings(
        @DefaultValue List<String> trustedProxies,
        Rate failures,
        Rate login,
        Rate visitor,
        Rate citizen,
        Rate caseworker,
        Rate machine) {

    public LimitSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
