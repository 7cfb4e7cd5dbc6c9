package de.stadttor.channels.form.shapes;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.bodies.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XPathCompiler;
import net.sf.saxon.s9api.XPathExecutable;
import net.sf.saxon.s9api.XPathSelector;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XdmItem;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rules as a table: what each place of the submission is taken from. Numbers and truth values stay what they are, nodes
 * become texts, several become a list, and none leaves the place out.
 */
final class PathTable implements Rules {

    private final Processor processor;
    private final Map<JsonPointer, XPathExecutable> values = new LinkedHashMap<>();

    /** @throws SaxonApiException when an expression is none */
    PathTable(Processor processor, String json) throws SaxonApiException {
        this.processor = processor;
        JsonNode table = StrictJson.read(json.getBytes(StandardCharsets.UTF_8));
        XPathCompiler compiler = processor.newXPathCompiler();
        table.path("namespaces")
                .properties()
                .forEach(each ->
                        compiler.declareNamespace(each.getKey(), each.getValue().asString()));
        for (var each : table.path("values").properties()) {
            values.put(
                    JsonPointer.compile(each.getKey()),
                    compiler.compile(each.getValue().asString()));
        }
    }

    @Override
    public byte[] follow(byte[] document) {
        XdmNode root = XmlDocument.read(processor, document);
        ObjectNode submission = JsonNodeFactory.instance.objectNode();
        try {
            for (var each : values.entrySet()) {
                JsonNode value = json(evaluated(each.getValue(), root));
                if (value != null) {
                    put(submission, each.getKey(), value);
                }
            }
        } catch (SaxonApiException | StackOverflowError e) {
            throw new Refused(Refusal.Invalid.at("", "mapping-failed"));
        }
        return submission.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static XdmValue evaluated(XPathExecutable expression, XdmNode root) throws SaxonApiException {
        XPathSelector selector = expression.load();
        selector.setContextItem(root);
        return selector.evaluate();
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

    private static @Nullable JsonNode json(XdmValue value) throws SaxonApiException {
        if (value.size() == 0) {
            return null;
        }
        if (value.size() == 1) {
            return json(value.itemAt(0));
        }
        var list = JsonNodeFactory.instance.arrayNode();
        for (XdmItem item : value) {
            list.add(json(item));
        }
        return list;
    }

    private static JsonNode json(XdmItem item) throws SaxonApiException {
        return switch (item instanceof XdmAtomicValue atomic ? atomic.getValue() : item) {
            case Boolean truth -> JsonNodeFactory.instance.booleanNode(truth);
            case Number _ -> StrictJson.read(item.getStringValue().getBytes(StandardCharsets.UTF_8));
            default -> JsonNodeFactory.instance.stringNode(item.getStringValue());
        };
    }
}
