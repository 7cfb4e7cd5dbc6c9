package de.stadttor.bench.load;

import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** Files by which a benchmark and its load process tell each other. */
final class Exchange {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Exchange() {}

    static void write(Path file, Object value) {
        JSON.writeValue(file.toFile(), value);
    }

    static <T> T read(Path file, Class<T> type) {
        return JSON.readValue(file.toFile(), type);
    }
}
