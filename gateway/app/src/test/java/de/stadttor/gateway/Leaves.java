package de.stadttor.gateway;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;

/** The texts of a document by their places, so that an answer in XML can be held against the same in JSON. */
final class Leaves {

    private Leaves() {}

    static Map<String, String> of(JsonNode value) {
        return of(value, "");
    }

    /** A JSON value as the text that its XML would hold: lists by number, objects by name. */
    private static Map<String, String> of(JsonNode value, String at) {
        Map<String, String> all = new TreeMap<>();
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                all.putAll(of(value.get(i), at + "/" + i));
            }
        } else if (value.isObject()) {
            value.properties().forEach(each -> all.putAll(of(each.getValue(), at + "/" + each.getKey())));
        } else {
            all.put(at, value.isNull() ? "" : value.asString());
        }
        return all;
    }

    static Map<String, String> of(Element element) {
        Map<String, String> all = new TreeMap<>();
        collect(element, "", all);
        return all;
    }

    private static void collect(Element element, String at, Map<String, String> all) {
        var children = element.getChildNodes();
        boolean leaf = true;
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeType() == Node.ELEMENT_NODE) {
                leaf = false;
                var child = (Element) children.item(i);
                boolean listed = (child.getTagName() + "s").equals(element.getTagName())
                        || element.getTagName().equals("service_requests");
                collect(child, at + "/" + (listed ? Integer.toString(i) : child.getTagName()), all);
            }
        }
        boolean emptyList =
                element.getTagName().endsWith("s") && element.getTextContent().isEmpty();
        if (leaf
                && !(emptyList
                        && List.of("values", "service_requests", "services").contains(element.getTagName()))) {
            all.put(at, element.getTextContent());
        }
    }

    static Element xml(byte[] bytes) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bytes))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("no XML: " + new String(bytes, StandardCharsets.UTF_8), e);
        }
    }
}
