package de.stadttor.people;

import java.util.UUID;

/**
 * Names the session of a login.
 *
 * @param profile the identity provider that it was made with; a stronger login is asked for there
 */
public record LoginSession(UUID id, String profile) {}
