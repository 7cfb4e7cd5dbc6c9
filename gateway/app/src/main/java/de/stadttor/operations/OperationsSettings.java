package de.stadttor.operations;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.web.Api;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a real installation sets.
 *
 * @param key 64 hexadecimal digits or more, the same on every node (STADTTOR_KEY); made and kept in a file if empty
 * @param issuers whose tokens count
 * @param deskPages how the desk's own pages log in
 */
@ConfigurationProperties("stadttor.operations")
record OperationsSettings(
        @DefaultValue("") String key,
        @DefaultValue List<Issuer> issuers,
        @DefaultValue DeskPages deskPages) {

    /**
     * @param issuer address of the OpenID provider that logs caseworkers in, one of {@link #issuers}; empty: the pages
     *     let nobody in
     * @param clientId a public client there, with the address of each page as redirect URI and origin
     * @param scope what the pages ask for
     */
    record DeskPages(
            @DefaultValue("") String issuer,
            @DefaultValue("stadttor-desk") String clientId,
            @DefaultValue("openid") String scope) {}

    /**
     * @param name the {@code iss} of its tokens
     * @param keys address of its key set (JWKS)
     * @param apis the doors it may open
     * @param roles the only roles and rights it may grant
     * @param rolesClaim where its tokens list roles, such as {@code realm_access.roles}
     * @param queuesClaim where its tokens list queues
     * @param spHost host of the service provider that its citizens' {@code bpk2} claim was made for
     * @param levels what each {@code acr} of its citizens' tokens stands for; our own names if empty
     */
    record Issuer(
            String name,
            String keys,
            Set<Api> apis,
            @DefaultValue Set<String> roles,
            @DefaultValue("roles") String rolesClaim,
            @DefaultValue("queues") String queuesClaim,
            @DefaultValue("") String spHost,
            @DefaultValue Map<String, AssuranceLevel> levels) {}
}
