package de.stadttor.saml.profile;

import de.stadttor.saml.citizen.CitizenAttribute;

/**
 * One attribute we ask for; version 2 of the extension delivers nothing that is not asked for.
 *
 * @param required whether a login shall fail without it. The operator advises to require almost nothing: people may
 *     declare names and addresses as not applicable
 */
public record RequestedAttribute(CitizenAttribute attribute, boolean required) {}
