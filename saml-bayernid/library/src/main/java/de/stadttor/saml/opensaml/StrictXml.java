package de.stadttor.saml.opensaml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.config.XMLObjectProviderRegistrySupport;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reading XML: parsed strictly, valid against the SAML schemas that come with OpenSAML, then typed. */
final class StrictXml {

    private StrictXml() {}

    /** Not the XML we take; the message names the step and never the content. */
    static final class Unreadable extends Exception {

        Unreadable(String step) {
            super(step, null, false, false);
        }
    }

    static Document parse(byte[] xml) throws Unreadable {
        try {
            return OpenSaml.parsers().parse(new ByteArrayInputStream(xml));
        } catch (XMLParserException e) {
            throw new Unreadable("not-well-formed");
        }
    }

    static void validate(Element element) throws Unreadable {
        try {
            OpenSaml.schema().check(element);
        } catch (SAXException | IOException e) {
            throw new Unreadable("schema");
        }
    }

    static <T extends XMLObject> T typed(Element element, Class<T> type) throws Unreadable {
        var unmarshaller =
                XMLObjectProviderRegistrySupport.getUnmarshallerFactory().getUnmarshaller(element);
        if (unmarshaller == null) {
            throw new Unreadable("unknown-element");
        }
        try {
            var object = unmarshaller.unmarshall(element);
            if (!type.isInstance(object)) {
                throw new Unreadable("unexpected-element");
            }
            return type.cast(object);
        } catch (UnmarshallingException e) {
            throw new Unreadable("unexpected-content");
        }
    }
}
