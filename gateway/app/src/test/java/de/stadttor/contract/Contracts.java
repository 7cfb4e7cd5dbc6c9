package de.stadttor.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The contracts of one folder on the class path, which may refer to each other by file name. */
final class Contracts {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String folder;
    private final Map<String, JsonNode> files;
    private final List<Operation> operations;

    private Contracts(String folder, Map<String, JsonNode> files) {
        this.folder = folder;
        this.files = files;
        this.operations = documents().flatMap(Operation::in).toList();
    }

    /** The contracts that the gateway serves. */
    static Contracts load() {
        return load("openapi");
    }

    static Contracts load(String folder) {
        Map<String, JsonNode> files = new TreeMap<>();
        try {
            add(files, folder, "");
            add(files, folder, "compat/");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Contracts(folder, files);
    }

    /** @param below a folder in it, with a slash at the end; empty for itself */
    private static void add(Map<String, JsonNode> files, String folder, String below) throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:" + folder + "/" + below + "*.yaml")) {
            files.put(below + file.getFilename(), read(file));
        }
    }

    private static JsonNode read(Resource file) throws IOException {
        try (InputStream stream = file.getInputStream()) {
            return YAML.readTree(stream);
        }
    }

    /** The roots of all files, by name. */
    Stream<Place> documents() {
        return files.keySet().stream().map(this::document);
    }

    Place document(String file) {
        return new Place(this, file, JsonPointer.empty(), files.get(file));
    }

    List<Operation> operations() {
        return operations;
    }

    /** The operation that a request means; of several paths that fit, the most literal one. */
    Optional<Operation> operation(HttpMethod method, String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return operations.stream()
                .filter(operation ->
                        operation.method().equals(method) && operation.path().matches(parsed))
                .min(Comparator.comparing(Operation::path));
    }

    /**
     * Where a reference leads.
     *
     * @param from the file that refers
     * @param reference as in {@code $ref}: an optional file name, {@code #} and a JSON pointer
     */
    Place follow(String from, String reference) {
        int hash = reference.indexOf('#');
        String file = hash > 0 ? reference.substring(0, hash) : from;
        JsonPointer pointer = JsonPointer.compile(reference.substring(hash + 1));
        JsonNode document = files.get(file);
        if (hash < 0 || document == null || document.at(pointer).isMissingNode()) {
            throw new ContractViolation(from, "dangling $ref " + reference);
        }
        return new Place(this, file, pointer, document.at(pointer));
    }

    String folder() {
        return folder;
    }
}
