package de.stadttor.channels.email.sender;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A name system of a few records. */
final class InMemoryDns implements Dns {

    private final Map<String, List<String>> records = new HashMap<>();

    InMemoryDns with(String name, Type type, String... values) {
        records.put(type + " " + name, List.of(values));
        return this;
    }

    @Override
    public List<String> records(String name, Type type) {
        return records.getOrDefault(type + " " + name, List.of());
    }
}
