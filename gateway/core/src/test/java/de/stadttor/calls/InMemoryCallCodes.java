package de.stadttor.calls;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.time.Instant;
import reactor.core.publisher.Mono;

public final class InMemoryCallCodes implements CallCodes {

    private final Table<String, Code> codes;

    public InMemoryCallCodes(InMemoryDatabase database) {
        this.codes = new Table<>(database);
    }

    @Override
    public Mono<Void> add(Code code) {
        return codes.write(rows -> rows.put(code.hash(), code));
    }

    @Override
    public Mono<Code> hold(String hash) {
        return codes.ask(rows -> rows.get(hash));
    }

    @Override
    public Mono<Void> use(String hash, CallId call) {
        return codes.write(rows ->
                rows.computeIfPresent(hash, (_, code) -> new Code(code.hash(), code.ticket(), code.expiresAt(), call)));
    }

    @Override
    public Mono<Void> expire(Instant now) {
        return codes.write(
                rows -> rows.values().removeIf(code -> code.expiresAt().isBefore(now)));
    }
}
