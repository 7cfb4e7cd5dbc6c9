package de.stadttor.channels.form.shapes;

import de.stadttor.web.bodies.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rules as a table: what each place of the submission is taken from. Numbers and truth values stay what they are, nodes
 * become texts, several become a list, and none leaves the place out, as does a number that is none.
 */
final class PathTable implements Rules {

    /** What an item takes up beside its characters. */
    private static final int ITEM = 16;

    private final Processor processor;
    private final Map<JsonPointer, XPathExecutable> values = new LinkedHashMap<>();

    /**
     * @throws SaxonApiException when an expression is none
     * @throws IllegalArgumentException when a place is none, or lies inside of another one
     */
    PathTable(Processor processor, String json) throws SaxonApiException {
        this.processor = processor;
        JsonNode table = StrictJson.read(json.getBytes(StandardCharsets.UTF_8));
        XPathCompiler compiler = processor.newXPathCompiler();
        table.path("namespaces")
                .properties()
                .forEach(each ->
                        compiler.declareNamespace(each.getKey(), each.getValue().asString()));
        for (var each : table.path("values").properties()) {
            values.put(place(each.getKey()), compiler.compile(each.getValue().asString()));
        }
    }

    private JsonPointer place(String written) {
        JsonPointer place = JsonPointer.compile(written);
        if (place.matches() || values.keySet().stream().anyMatch(other -> overlap(place, other))) {
            throw new IllegalArgumentException("a place that is none of its own");
        }
        return place;
    }

    private static boolean overlap(JsonPointer one, JsonPointer other) {
        String first = one + "/";
        String second = other + "/";
        return first.startsWith(second) || second.startsWith(first);
    }

    @Override
    public byte[] follow(byte[] document) {
        XdmNode root = XmlDocument.read(processor, document);
        try {
            return submission(root).toString().getBytes(StandardCharsets.UTF_8);
        } catch (SaxonApiException | RuntimeException | StackOverflowError e) {
            throw MappingFailure.of(e);
        }
    }

    private ObjectNode submission(XdmNode root) throws SaxonApiException {
        ObjectNode submission = JsonNodeFactory.instance.objectNode();
        var room = new Room();
        for (var each : values.entrySet()) {
            XPathSelector selector = each.getValue().load();
            selector.setContextItem(root);
            JsonNode value = json(selector, room);
            if (value != null) {
                put(submission, each.getKey(), value);
            }
        }
        return submission;
    }

    private static void put(ObjectNode submission, JsonPointer place, JsonNode value) {
        ObjectNode at = submission;
        JsonPointer rest = place;
        while (!rest.tail().matches()) {
            at = at.withObjectProperty(rest.getMatchingProperty());
            rest = rest.tail();
        }
        at.set(rest.getMatchingProperty(), value);
    }

    /** Item by item, for an expression may go on and on. */
    private static @Nullable JsonNode json(XPathSelector selector, Room room) {
        List<JsonNode> found = new ArrayList<>();
        for (XdmItem item : selector) {
            String text = item.getStringValue();
            room.take(text.length() + ITEM);
            JsonNode value = json(item, text);
            if (value != null) {
                found.add(value);
            }
        }
        return switch (found.size()) {
            case 0 -> null;
            case 1 -> found.getFirst();
            default -> JsonNodeFactory.instance.arrayNode().addAll(found);
        };
    }

    private static @Nullable JsonNode json(XdmItem item, String text) {
        return switch (item instanceof XdmAtomicValue atomic ? atomic.getValue() : item) {
            case Boolean truth -> JsonNodeFactory.instance.booleanNode(truth);
            case Double number when !Double.isFinite(number) -> null;
            case Float number when !Float.isFinite(number) -> null;
            case Number _ -> StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
            default -> JsonNodeFactory.instance.stringNode(text);
        };
    }

    /** What is left of the most that a submission may hold. */
    private static final class Room {

        private int left = MappingFailure.LONGEST_OUTPUT;

        void take(int characters) {
            left -= characters;
            if (left < 0) {
                throw MappingFailure.tooLong();
            }
        }
    }
}
