package de.stadttor.guests;

import de.stadttor.events.Ids;
import de.stadttor.guests.GuestAccess.Link;
import de.stadttor.guests.GuestAccess.Session;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.people.CitizenId;
import de.stadttor.people.GuestSession;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.seals.Seal;
import de.stadttor.ticketing.TicketId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Makes links for anonymous cases, and sessions of them. */
public final class AccessLinks {

    private static final Duration LINK_LIFE = Duration.ofDays(90);
    private static final Duration SESSION_LIFE = Duration.ofMinutes(30);
    private static final int FIRST_GENERATION = 1;

    private final GuestAccess access;
    private final Seal seal;
    private final SecureRandom random;
    private final Ids ids;
    private final Clock clock;

    public AccessLinks(GuestAccess access, Seal seal, SecureRandom random, Ids ids, Clock clock) {
        this.access = access;
        this.seal = seal;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
    }

    /** Gives new anonymous cases their links; joins the running transaction. */
    public Mono<Void> issue(Map<TicketId, CitizenId> guests) {
        return Mono.defer(() -> access.addLinks(guests.entrySet().stream()
                .map(each -> link(each.getKey(), each.getValue()))
                .toList()));
    }

    private Link link(TicketId ticket, CitizenId guest) {
        return new Link(token(ticket).hash(), ticket, guest, clock.instant().plus(LINK_LIFE), false);
    }

    /** The token of a case's link: computed, never stored, so that a repeated receipt can tell it again. */
    public AccessToken token(TicketId ticket) {
        ByteBuffer input = ByteBuffer.allocate(Long.BYTES * 2 + Integer.BYTES)
                .putLong(ticket.value().getMostSignificantBits())
                .putLong(ticket.value().getLeastSignificantBits())
                .putInt(FIRST_GENERATION);
        return AccessToken.of(seal.code(input.array()));
    }

    /** The same, if the case has a link that was not revoked. */
    public Mono<AccessToken> tokenIfIssued(TicketId ticket) {
        return Mono.fromSupplier(() -> token(ticket))
                .filterWhen(token -> access.link(token.hash()).map(link -> !link.revoked()));
    }

    /** Whose link a case has, open or not; empty when it never had one. */
    public Mono<CitizenId> guest(TicketId ticket) {
        return access.link(token(ticket).hash()).map(Link::guest);
    }

    /** Opens a session with a link's token; refused when the link is unknown, expired or revoked. */
    public Mono<Opened> open(AccessToken token) {
        return valid(token).flatMap(link -> session(link, clock.instant())).checkpoint("open case by link");
    }

    /** The link that a token opens; refused when it is unknown, expired or revoked. */
    Mono<Link> valid(AccessToken token) {
        return access.link(token.hash())
                .filter(link -> !link.revoked() && link.expiresAt().isAfter(clock.instant()))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.AccessExpired())));
    }

    /** Who holds this session; empty when it is unknown or over. */
    public Mono<Citizen> recognize(AccessToken sessionToken) {
        return access.session(sessionToken.hash())
                .filterWhen(session -> access.lives(session.id(), clock.instant()))
                .map(session ->
                        new Citizen(session.guest(), AssuranceLevel.BASIC, null, session.id(), session.expiresAt()));
    }

    /** Whether a guest may still look. */
    public Mono<Boolean> lives(GuestSession session) {
        return Mono.defer(() -> access.lives(session, clock.instant()));
    }

    public Mono<Void> end(GuestSession session) {
        return access.end(session);
    }

    private Mono<Opened> session(Link link, Instant now) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        var token = AccessToken.of(secret);
        var session = new Session(
                new GuestSession(ids.next()), token.hash(), link.tokenHash(), link.guest(), now.plus(SESSION_LIFE));
        return access.addSession(session).thenReturn(new Opened(link.ticket(), token, session.expiresAt()));
    }

    /** A session just opened; the only time its secret is known. */
    public record Opened(TicketId ticket, AccessToken session, Instant expiresAt) {}
}
