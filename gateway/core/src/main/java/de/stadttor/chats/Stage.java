package de.stadttor.chats;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a chat stands. */
public sealed interface Stage {

    /** Since when. */
    Instant since();

    /** Subject of who has the chat or is offered it; null for nobody. */
    @Nullable
    String operator();

    /**
     * Nobody has taken it yet.
     *
     * @param offer whom it is offered to right now; null for nobody
     * @param declined subjects of those who left it to others
     */
    record Waiting(Instant since, @Nullable Offer offer, Set<String> declined) implements Stage {

        public Waiting {
            declined = Set.copyOf(declined);
        }

        static Waiting from(Instant now) {
            return new Waiting(now, null, Set.of());
        }

        @Override
        public @Nullable String operator() {
            return offer == null ? null : offer.operator();
        }

        boolean isOfferedTo(String operator) {
            return operator.equals(operator());
        }
    }

    /** @param operator subject of who talks */
    record Running(Instant since, String operator) implements Stage {}

    record Over(Instant since, Ending ending) implements Stage {

        @Override
        public @Nullable String operator() {
            return null;
        }
    }

    /**
     * @param operator subject of whom it is offered to
     * @param until then it goes to the next one
     */
    record Offer(String operator, Instant until) {}
}
