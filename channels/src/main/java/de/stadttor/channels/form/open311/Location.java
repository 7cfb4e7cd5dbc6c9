package de.stadttor.channels.form.open311;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Where something is, in one of the ways that the specification allows.
 *
 * @param latitude WGS 84, degrees; null with {@code longitude}
 * @param address as people write it, or an id of the city's own; null for none
 */
record Location(
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,
        @Nullable String address) {

    private static final BigDecimal POLE = BigDecimal.valueOf(90);
    private static final BigDecimal DATE_LINE = BigDecimal.valueOf(180);
    private static final int LONGEST_NUMBER = 30;

    /** @throws GeoReportError when it says nowhere, or half of a place */
    static Location of(Parameters given) {
        BigDecimal latitude = degrees(given.text("lat"), "lat", POLE);
        BigDecimal longitude = degrees(given.text("long"), "long", DATE_LINE);
        String address = given.text("address_string");
        String where = address == null ? given.text("address_id") : address;
        if ((latitude == null) != (longitude == null)) {
            throw new GeoReportError(HttpStatus.BAD_REQUEST, "wrong", latitude == null ? "lat" : "long");
        }
        if (latitude == null && where == null) {
            throw new GeoReportError(HttpStatus.BAD_REQUEST, "no-location", "");
        }
        return new Location(latitude, longitude, where);
    }

    /** In one line for people. */
    String line() {
        return Stream.of(address, coordinates()).filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    @Nullable
    String coordinates() {
        return latitude == null || longitude == null
                ? null
                : latitude.toPlainString() + " " + longitude.toPlainString();
    }

    private static @Nullable BigDecimal degrees(@Nullable String text, String name, BigDecimal most) {
        if (text == null) {
            return null;
        }
        try {
            BigDecimal degrees = text.length() > LONGEST_NUMBER || text.matches(".*[eE].*")
                    ? most.add(BigDecimal.ONE)
                    : new BigDecimal(text);
            if (degrees.abs().compareTo(most) <= 0) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            // The same answer as for what lies beyond the pole.
        }
        throw new GeoReportError(HttpStatus.BAD_REQUEST, "wrong", name);
    }
}
