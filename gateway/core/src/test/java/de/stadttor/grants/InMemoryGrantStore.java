package de.stadttor.grants;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.time.Instant;
import java.util.Map;
import reactor.core.publisher.Mono;

public final class InMemoryGrantStore implements GrantStore {

    private final Table<GrantId, Kept> grants;
    private final Table<String, Code> codes;
    private final Table<String, GrantId> tokens;
    private final Table<String, Instant> taken;

    public InMemoryGrantStore(InMemoryDatabase database) {
        this.grants = new Table<>(database);
        this.codes = new Table<>(database);
        this.tokens = new Table<>(database);
        this.taken = new Table<>(database);
    }

    @Override
    public Mono<Void> add(Grant grant, Code code) {
        return grants.write(rows -> rows.put(grant.id(), new Kept(grant, grant.at(), false)))
                .then(codes.write(rows -> rows.put(code.hash(), code)));
    }

    @Override
    public Mono<Grant> find(GrantId id) {
        return grants.ask(rows -> rows.get(id)).filter(kept -> !kept.revoked()).map(Kept::grant);
    }

    @Override
    public Mono<Code> code(String hash) {
        return codes.ask(rows -> rows.get(hash));
    }

    @Override
    public Mono<GrantId> tokenOwner(String hash) {
        return tokens.ask(rows -> rows.get(hash));
    }

    @Override
    public Mono<Boolean> takeCode(String hash, Instant now) {
        return take(codes.ask(rows -> rows.containsKey(hash)), hash, now);
    }

    @Override
    public Mono<Boolean> takeToken(String hash, Instant now) {
        return take(tokens.ask(rows -> rows.containsKey(hash)), hash, now);
    }

    private Mono<Boolean> take(Mono<Boolean> exists, String hash, Instant now) {
        return exists.flatMap(
                there -> there ? taken.writing(rows -> rows.putIfAbsent(hash, now) == null) : Mono.just(false));
    }

    @Override
    public Mono<Void> addToken(String hash, GrantId grant, Instant now) {
        return tokens.write(rows -> rows.put(hash, grant))
                .then(grants.write(rows ->
                        rows.computeIfPresent(grant, (_, kept) -> new Kept(kept.grant(), now, kept.revoked()))));
    }

    @Override
    public Mono<Void> revoke(GrantId id) {
        return grants.write(
                rows -> rows.computeIfPresent(id, (_, kept) -> new Kept(kept.grant(), kept.usedAt(), true)));
    }

    @Override
    public Mono<Long> expire(Instant before) {
        return grants.writing(rows -> {
                    long count = rows.size();
                    rows.values().removeIf(kept -> kept.usedAt().isBefore(before));
                    return count - rows.size();
                })
                .flatMap(count -> grants.ask(Map::keySet)
                        .flatMap(living -> codes.write(
                                        rows -> rows.values().removeIf(code -> !living.contains(code.grant())))
                                .then(tokens.write(rows -> rows.values().removeIf(grant -> !living.contains(grant)))))
                        .thenReturn(count));
    }

    /** Whether {@code text} stands anywhere in what is kept. */
    public Mono<Boolean> holds(String text) {
        return codes.ask(rows -> rows.toString())
                .zipWith(tokens.ask(rows -> rows.toString()), String::concat)
                .map(all -> all.contains(text));
    }

    private record Kept(Grant grant, Instant usedAt, boolean revoked) {}
}
