package de.stadttor.calls;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import reactor.core.publisher.Mono;

public final class InMemoryCallRulebook implements CallRulebook {

    private final Table<Integer, CallRules> rules;

    public InMemoryCallRulebook(InMemoryDatabase database) {
        this.rules = new Table<>(database);
    }

    @Override
    public Mono<CallRules> read() {
        return rules.ask(rows -> rows.get(1));
    }

    @Override
    public Mono<Boolean> put(CallRules next) {
        return rules.writing(rows -> {
            var stored = rows.get(1);
            boolean follows = next.version() == 1 + (stored == null ? 0 : stored.version());
            if (follows) {
                rows.put(1, next);
            }
            return follows;
        });
    }
}
