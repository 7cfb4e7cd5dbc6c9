package de.stadttor.guests;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import de.stadttor.people.GuestSession;
import de.stadttor.ticketing.TicketId;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

public final class InMemoryGuestAccess implements GuestAccess {

    private final Table<String, Link> links;
    private final Table<GuestSession, Session> sessions;

    public InMemoryGuestAccess(InMemoryDatabase database) {
        this.links = new Table<>(database);
        this.sessions = new Table<>(database);
    }

    @Override
    public Mono<Void> addLinks(List<Link> added) {
        return links.write(rows -> added.forEach(link -> rows.put(link.tokenHash(), link)));
    }

    @Override
    public Mono<Link> link(String tokenHash) {
        return links.ask(rows -> rows.get(tokenHash));
    }

    @Override
    public Mono<Long> revoke(TicketId ticket) {
        return links.ask(rows -> {
            var open = rows.values().stream()
                    .filter(link -> link.ticket().equals(ticket) && !link.revoked())
                    .toList();
            open.forEach(link -> rows.put(
                    link.tokenHash(), new Link(link.tokenHash(), ticket, link.guest(), link.expiresAt(), true)));
            return (long) open.size();
        });
    }

    @Override
    public Mono<Void> addSession(Session session) {
        return sessions.write(rows -> rows.put(session.id(), session));
    }

    @Override
    public Mono<Session> session(String tokenHash) {
        return sessions.select(rows -> rows.values().stream()
                        .filter(session -> session.tokenHash().equals(tokenHash)))
                .next();
    }

    @Override
    public Mono<Boolean> lives(GuestSession session, Instant now) {
        return sessions.ask(rows -> rows.get(session))
                .filter(found -> found.expiresAt().isAfter(now))
                .flatMap(found -> link(found.linkHash()))
                .map(link -> !link.revoked())
                .defaultIfEmpty(false);
    }

    @Override
    public Mono<Void> end(GuestSession session) {
        return sessions.write(rows -> rows.remove(session));
    }

    @Override
    public Mono<Long> expire(Instant now) {
        return sessions.ask(rows -> {
            long before = rows.size();
            rows.values().removeIf(session -> session.expiresAt().isBefore(now));
            return before - rows.size();
        });
    }

    /** Whether {@code text} stands anywhere in what is kept. */
    public Mono<Boolean> holds(String text) {
        return links.ask(rows -> rows.toString())
                .zipWith(sessions.ask(rows -> rows.toString()), String::concat)
                .map(all -> all.contains(text));
    }
}
