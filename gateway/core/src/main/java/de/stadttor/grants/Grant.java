package de.stadttor.grants;

import de.stadttor.people.CitizenId;
import de.stadttor.sessions.SessionId;
import java.time.Instant;

/**
 * One citizen's word to one application, given once: all codes and tokens that come of it live and die together.
 *
 * @param session the login it was given in; the grant ends with it
 * @param at when it was given
 */
public record Grant(GrantId id, ClientId client, CitizenId citizen, SessionId session, Instant at) {}
