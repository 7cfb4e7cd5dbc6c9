package de.stadttor.saml.profile;

import java.net.URI;

/**
 * Who runs the service, as our metadata tell the identity provider's staff.
 *
 * @param name of the organization, such as {@code Stadt Musterstadt}
 * @param website of the organization
 * @param technicalMail whom to write to when a login breaks
 * @param supportMail whom people may be sent to
 */
public record Operator(String name, URI website, String technicalMail, String supportMail) {}
