package de.stadttor.channels.form.shapes;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.BadRequest;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import javax.xml.transform.stax.StAXSource;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;

/**
 * Reads XML as somebody would who trusts nobody: no document type, so no entities of its own and nothing from
 * elsewhere, and no deeper than a form can be. How large it may be is decided before.
 */
final class XmlDocument {

    private static final int DEEPEST = 100;
    private static final XMLInputFactory FACTORY = factory();

    private XmlDocument() {}

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing is read from elsewhere");
        });
        return factory;
    }

    /** Name of the root as {@code {namespace}name}; {@link BadRequest} for what is no XML. */
    static String root(byte[] bytes) {
        try {
            XMLStreamReader reader = reader(bytes);
            reader.nextTag();
            return "{" + (reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI()) + "}"
                    + reader.getLocalName();
        } catch (XMLStreamException e) {
            throw new BadRequest(BadRequest.Reason.XML, "body");
        }
    }

    /** The whole of it; {@link BadRequest} for what is no XML. */
    static XdmNode read(Processor processor, byte[] bytes) {
        try {
            return processor.newDocumentBuilder().build(new StAXSource(reader(bytes)));
        } catch (SaxonApiException | XMLStreamException | IllegalArgumentException e) {
            throw new BadRequest(BadRequest.Reason.XML, "body");
        }
    }

    private static XMLStreamReader reader(byte[] bytes) throws XMLStreamException {
        return new Guarded(FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes)));
    }

    /** Stops where a document goes too far. */
    private static final class Guarded extends StreamReaderDelegate {

        private int depth;

        Guarded(XMLStreamReader reader) {
            super(reader);
        }

        @Override
        public int next() throws XMLStreamException {
            int event = super.next();
            switch (event) {
                case DTD, ENTITY_REFERENCE, ENTITY_DECLARATION ->
                    throw new XMLStreamException("a document type is not taken");
                case START_ELEMENT -> deeper();
                case END_ELEMENT -> depth--;
                default -> {
                    // What else there is can do no harm.
                }
            }
            return event;
        }

        private void deeper() {
            depth++;
            if (depth > DEEPEST) {
                throw new Refused(Refusal.Invalid.at("", "too-deep"));
            }
        }
    }
}
