package de.stadttor.appointments;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that two editions do not have in common.
 *
 * @param part such as {@code service}
 * @param id its number; of an offer that of the service and the office, with a slash between
 */
public record CatalogueDifference(String part, String id, Kind kind) {

    /** What became of it. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static List<CatalogueDifference> between(Catalogue before, Catalogue after) {
        return Stream.of(
                        of("unit", before.units(), after.units(), unit -> Integer.toString(unit.id())),
                        of(
                                "office",
                                before.offices(),
                                after.offices(),
                                office -> office.id().toString()),
                        of(
                                "scope",
                                before.scopes(),
                                after.scopes(),
                                scope -> scope.calendar().id().toString()),
                        of(
                                "service",
                                before.services(),
                                after.services(),
                                service -> service.id().toString()),
                        of("offer", before.offers(), after.offers(), offer -> offer.service() + "/" + offer.office()))
                .flatMap(Function.identity())
                .toList();
    }

    private static <T> Stream<CatalogueDifference> of(
            String part, List<T> before, List<T> after, Function<T, String> id) {
        Map<String, T> old = before.stream().collect(toMap(id, Function.identity()));
        Map<String, T> now = after.stream().collect(toMap(id, Function.identity()));
        Stream<CatalogueDifference> there = now.entrySet().stream()
                .filter(each -> !each.getValue().equals(old.get(each.getKey())))
                .map(each -> new CatalogueDifference(
                        part, each.getKey(), old.containsKey(each.getKey()) ? Kind.CHANGED : Kind.ADDED));
        Stream<CatalogueDifference> gone = old.keySet().stream()
                .filter(each -> !now.containsKey(each))
                .map(each -> new CatalogueDifference(part, each, Kind.REMOVED));
        return Stream.concat(there, gone);
    }
}
