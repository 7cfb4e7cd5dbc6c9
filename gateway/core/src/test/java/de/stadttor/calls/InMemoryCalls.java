package de.stadttor.calls;

import static java.util.Comparator.comparing;

import de.stadttor.events.InMemoryDatabase;
import de.stadttor.events.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public final class InMemoryCalls implements Calls {

    private final Table<CallId, Kept> calls;

    public InMemoryCalls(InMemoryDatabase database) {
        this.calls = new Table<>(database);
    }

    @Override
    public Mono<Call> find(CallId id) {
        return calls.ask(rows -> rows.containsKey(id) ? rows.get(id).history().call() : null);
    }

    @Override
    public Flux<Call.History> hold(Collection<CallId> ids, Instant now) {
        return Flux.fromIterable(ids)
                .distinct()
                .concatMap(id -> calls.writing(rows -> rows.computeIfAbsent(
                                id, _ -> new Kept(Call.History.none(id, now), Map.of()))
                        .history()));
    }

    @Override
    public Mono<Void> add(List<News> news) {
        return calls.write(
                rows -> news.forEach(call -> rows.computeIfPresent(call.call(), (_, kept) -> kept.with(call))));
    }

    @Override
    public Mono<Void> write(List<Call> written) {
        return calls.write(
                rows -> written.forEach(call -> rows.computeIfPresent(call.id(), (_, kept) -> kept.with(call))));
    }

    @Override
    public Flux<Piece> words(CallId id) {
        return calls.select(rows -> rows.get(id).words().values().stream().sorted(comparing(Piece::number)));
    }

    @Override
    public Mono<Void> forgetWords(CallId id, boolean written) {
        return calls.write(rows -> rows.computeIfPresent(id, (_, kept) -> kept.forgotten(written)));
    }

    @Override
    public Flux<CallId> overdue(Instant now, int limit) {
        return calls.select(rows -> rows.values().stream()
                .map(kept -> kept.history().call())
                .filter(call -> call.checkAt() != null && !call.checkAt().isAfter(now))
                .sorted(comparing(Call::checkAt))
                .map(Call::id)
                .limit(limit));
    }

    @Override
    public Flux<Call> toCallBack(@Nullable Set<String> queues, @Nullable Place after, int limit) {
        return calls.select(rows -> rows.values().stream()
                .map(kept -> kept.history().call())
                .filter(call -> call.callBack() != null
                        && (queues == null || queues.contains(call.callBack().queue())))
                .filter(call -> after == null || place(call).compareTo(after.by() + " " + after.call()) > 0)
                .sorted(comparing(InMemoryCalls::place))
                .limit(limit));
    }

    private static String place(Call call) {
        return call.callBack().by() + " " + call.id();
    }

    @Override
    public Mono<Void> expire(Instant before, Instant now) {
        return calls.write(rows -> {
            rows.values().removeIf(kept -> kept.history().call().heardAt().isBefore(before));
            rows.replaceAll((_, kept) -> kept.withoutRecordingUntil(now));
        });
    }

    private record Kept(Call.History history, Map<Integer, Piece> words) {

        Kept with(Call call) {
            return new Kept(new Call.History(call, history.events(), history.pieces()), words);
        }

        Kept with(News news) {
            List<CallEvent> events = new ArrayList<>(history.events());
            events.addAll(news.events());
            Map<Integer, Piece.Head> heads = new HashMap<>();
            history.pieces().forEach(head -> heads.put(head.number(), head));
            Map<Integer, Piece> spoken = new HashMap<>(words);
            news.pieces().forEach(piece -> {
                heads.put(piece.number(), piece.head());
                spoken.put(piece.number(), piece);
            });
            return new Kept(new Call.History(history.call(), events, List.copyOf(heads.values())), Map.copyOf(spoken));
        }

        Kept forgotten(boolean written) {
            List<Piece.Head> heads = history.pieces().stream()
                    .filter(head -> written || head.written())
                    .map(head -> new Piece.Head(head.number(), head.revision(), head.fingerprint(), true))
                    .toList();
            return new Kept(new Call.History(history.call(), history.events(), heads), Map.of());
        }

        Kept withoutRecordingUntil(Instant now) {
            Call call = history.call();
            if (call.recording() == null || !call.recording().until().isBefore(now)) {
                return this;
            }
            var without = new Call(
                    call.id(),
                    call.course(),
                    call.consent(),
                    null,
                    call.ticket(),
                    call.verified(),
                    call.codeTries(),
                    call.lastPiece(),
                    call.spoken(),
                    call.callBack(),
                    call.heardAt(),
                    call.checkAt());
            return new Kept(new Call.History(without, history.events(), history.pieces()), words);
        }
    }
}
