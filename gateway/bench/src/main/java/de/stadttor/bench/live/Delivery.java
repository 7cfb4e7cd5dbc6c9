package de.stadttor.bench.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A message that came by a stream.
 *
 * @param client number of the stream within its block
 * @param micros when it came, on the clock that all processes of the machine share, since 1970
 */
record Delivery(int client, String message, long micros) {

    static Delivery now(int client, String message) {
        return new Delivery(client, message, micros(Instant.now()));
    }

    static Delivery of(String line) {
        String[] parts = line.split(" ", 3);
        return new Delivery(Integer.parseInt(parts[0]), parts[1], Long.parseLong(parts[2]));
    }

    /** The same, numbered among more streams. */
    Delivery behind(int streams) {
        return new Delivery(client + streams, message, micros);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    @Override
    public String toString() {
        return client + " " + message + " " + micros;
    }
}
