package de.stadttor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Compares what controllers serve with what the contracts promise, in both directions. An operation is a line such as
 * {@code GET /api/desk/v1/tickets/{} readTicket}: the method of the controller bears the operation's name, the names of
 * path variables do not matter.
 */
public final class ServedOperations {

    private ServedOperations() {}

    /** Fails when a promised operation is not served, or a served one is not promised. */
    public static void assertServedAsPromised(RequestMappingHandlerMapping mapping) {
        assertThat(served(mapping)).as("operations that our controllers serve").isEqualTo(promised(Contracts.load()));
    }

    static SortedSet<String> promised(Contracts contracts) {
        return sorted(contracts.operations().stream()
                .filter(operation -> operation.servedBy().isEmpty())
                .map(operation ->
                        line(operation.method().name(), operation.path().getPatternString(), operation.id())));
    }

    static SortedSet<String> served(RequestMappingHandlerMapping mapping) {
        return sorted(mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("de.stadttor"))
                .flatMap(ServedOperations::lines));
    }

    private static Stream<String> lines(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        String name = entry.getValue().getMethod().getName();
        Set<RequestMethod> methods = entry.getKey().getMethodsCondition().getMethods();
        return entry.getKey().getPatternsCondition().getPatterns().stream()
                .map(PathPattern::getPatternString)
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of(line("ANY", path, name))
                        : methods.stream().map(method -> line(method.name(), path, name)));
    }

    private static String line(String method, String path, String name) {
        return method + " " + path.replaceAll("\\{[^}]*}", "{}") + " " + name;
    }

    private static SortedSet<String> sorted(Stream<String> lines) {
        return lines.collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }
}
