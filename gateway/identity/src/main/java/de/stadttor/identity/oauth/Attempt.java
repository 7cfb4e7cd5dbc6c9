package de.stadttor.identity.oauth;

import java.time.Instant;

/**
 * Says of a request that it has already led to a login. It travels with the request, sealed.
 *
 * @param at when it led there
 * @param before when the person had last proven who they are until then; {@link Instant#EPOCH} for never
 */
record Attempt(Instant at, Instant before) {}
