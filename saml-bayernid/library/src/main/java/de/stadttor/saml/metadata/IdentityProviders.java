package de.stadttor.saml.metadata;

import de.stadttor.saml.profile.IdentityProvider;
import reactor.core.publisher.Mono;

/** Where the present keys and addresses of identity providers are found. */
public interface IdentityProviders {

    /**
     * The identity provider of a profile, as of now.
     *
     * @param profile name of a profile
     * @return empty if its metadata have never been read, or have expired
     */
    Mono<IdentityProvider> find(String profile);
}
