package de.stadttor.people;

import java.util.UUID;

/** Names a session that an access link opened; the secret that proves it is something else. */
public record GuestSession(UUID id) {}
