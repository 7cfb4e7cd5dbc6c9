package de.stadttor.channels.form.open311;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.JsonNode;

/**
 * Writes the XML that GeoReport's JSON stands for: what is a list there has a wrapper here, whose name is the plural of
 * its items'. No namespace.
 */
final class SparkXml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter writer;

    private SparkXml(XMLStreamWriter writer) {
        this.writer = writer;
    }

    /** @param item name of each item, if {@code value} is a list */
    static byte[] write(String root, String item, JsonNode value) {
        var bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            new SparkXml(writer).element(root, item, value);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private void element(String name, String item, JsonNode value) throws XMLStreamException {
        writer.writeStartElement(name);
        if (value.isArray()) {
            for (JsonNode each : value) {
                element(item, "", each);
            }
        } else if (value.isObject()) {
            for (var property : value.properties()) {
                element(property.getKey(), singular(property.getKey()), property.getValue());
            }
        } else if (!value.isNull()) {
            writer.writeCharacters(legal(value.asString()));
        }
        writer.writeEndElement();
    }

    private static String singular(String plural) {
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }

    /** Some characters that a text may hold have no place in XML at all (XML 1.0, 2.2). */
    private static String legal(String text) {
        return text.codePoints()
                .map(point -> isLegal(point) ? point : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int point) {
        return point < 0x20
                ? point == '\t' || point == '\n' || point == '\r'
                : point <= 0xD7FF || (point >= 0xE000 && point != 0xFFFE && point != 0xFFFF);
    }
}
