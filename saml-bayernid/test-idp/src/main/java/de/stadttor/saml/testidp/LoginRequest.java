package de.stadttor.saml.testidp;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * A request that passed every rule of the "version 2 mandatory" mode.
 *
 * @param means the names of the means that may be offered
 * @param attributes the names of the attributes asked for
 * @param required those of them without which there is no login
 * @param statusDetail whether errors shall be explained in JSON
 */
public record LoginRequest(
        String id,
        ServiceProvider sender,
        URI consumer,
        Level level,
        Set<String> means,
        Set<String> attributes,
        List<String> required,
        String displayName,
        boolean statusDetail) {}
