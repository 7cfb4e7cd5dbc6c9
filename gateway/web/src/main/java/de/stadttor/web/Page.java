package de.stadttor.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A page of a list.
 *
 * @param next cursor of the page after; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** One page of everything there is. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * Makes a page of a query that was asked for one item more than fits, which tells whether there is another page.
     *
     * @param limit how many items fit
     * @param view what the caller sees of an item
     * @param cursor the cursor behind an item
     */
    public static <S, T> Mono<Page<T>> of(Flux<S> oneMore, int limit, Function<S, T> view, Function<S, String> cursor) {
        return oneMore.collectList().map(found -> {
            boolean more = found.size() > limit;
            List<S> shown = more ? found.subList(0, limit) : found;
            return new Page<>(shown.stream().map(view).toList(), more ? cursor.apply(shown.getLast()) : null);
        });
    }
}
