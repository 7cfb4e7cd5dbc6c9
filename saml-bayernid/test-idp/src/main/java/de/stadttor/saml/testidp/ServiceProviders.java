package de.stadttor.saml.testidp;

import java.util.Optional;

/** The service providers we know; asked for each request, so they may change while running. */
@FunctionalInterface
public interface ServiceProviders {

    Optional<ServiceProvider> find(String entityId);
}
