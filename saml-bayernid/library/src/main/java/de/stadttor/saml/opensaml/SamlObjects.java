package de.stadttor.saml.opensaml;

import java.nio.charset.StandardCharsets;
import javax.xml.namespace.QName;
import net.shibboleth.utilities.java.support.xml.SerializeSupport;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.config.XMLObjectProviderRegistrySupport;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.w3c.dom.Element;

/** Building and writing OpenSAML's objects. */
final class SamlObjects {

    private SamlObjects() {}

    /** A new, empty object. The type is the one OpenSAML registers for the name. */
    static <T extends XMLObject> T create(QName name, Class<T> type) {
        OpenSaml.parsers(); // brings OpenSAML up
        return type.cast(XMLObjectProviderRegistrySupport.getBuilderFactory()
                .getBuilderOrThrow(name)
                .buildObject(name));
    }

    static Element marshalled(XMLObject object) {
        try {
            return XMLObjectSupport.marshall(object);
        } catch (MarshallingException e) {
            throw new IllegalStateException("what we built ourselves cannot be written", e);
        }
    }

    static byte[] bytes(Element element) {
        return SerializeSupport.nodeToString(element).getBytes(StandardCharsets.UTF_8);
    }
}
