package de.stadttor.civic;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form that programs of others offer to everybody; GeoReport v2 calls it a service.
 *
 * @param code by which such programs know it
 * @param form key of the form, which no other service has
 * @param shown whether it is offered, and its requests are shown, at all
 * @param group under which it is listed; empty for none
 * @param descriptions by language; German is always there
 * @param version counts every change, from 1
 */
public record CivicService(
        String code,
        String form,
        boolean shown,
        String group,
        List<String> keywords,
        Map<String, String> descriptions,
        Kind kind,
        Placing placing,
        long version) {

    private static final String GERMAN = "de";

    public CivicService {
        keywords = List.copyOf(keywords);
        descriptions = Map.copyOf(descriptions);
        if (!descriptions.containsKey(GERMAN)) {
            throw new IllegalArgumentException("service " + code + " has no German description");
        }
    }

    /** What it is for, in {@code language} or else in German. */
    public String description(String language) {
        return descriptions.getOrDefault(language, Objects.requireNonNull(descriptions.get(GERMAN)));
    }

    CivicService withVersion(long other) {
        return new CivicService(code, form, shown, group, keywords, descriptions, kind, placing, other);
    }

    /** What whoever makes a request is told at once. */
    public enum Kind {
        /** The request's number. */
        REALTIME,
        /** A token that gives the number later. */
        BATCH;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Which fields of the form say where, and how exactly the public is told.
     *
     * @param address name of the field that takes the address; null for none
     * @param latitude name of the field that takes the WGS 84 latitude in degrees; null for none
     * @param longitude likewise
     * @param decimals of the degrees that the public sees, 0 to 5: 3 are about 100 metres
     */
    public record Placing(
            @Nullable String address,
            @Nullable String latitude,
            @Nullable String longitude,
            int decimals) {

        public Placing {
            if (decimals < 0 || decimals > 5) {
                throw new IllegalArgumentException("decimals: " + decimals + " (expected: 0 to 5)");
            }
        }

        /** Names of the fields that say where. */
        public List<String> fields() {
            return Stream.of(address, latitude, longitude)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }
}
