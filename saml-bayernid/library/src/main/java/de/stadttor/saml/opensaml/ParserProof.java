package de.stadttor.saml.opensaml;

import java.io.StringReader;
import net.shibboleth.utilities.java.support.xml.ParserPool;
import net.shibboleth.utilities.java.support.xml.XMLParserException;

/**
 * Everything rests on how the parser behaves, and another XML library on the class path may behave otherwise. So it
 * proves itself once, before the first message: no DOCTYPE, and no comment that could cut a value short.
 */
final class ParserProof {

    private ParserProof() {}

    /** Fails with {@link IllegalStateException} if the parser is not as strict as the checks rely on. */
    static void demand(ParserPool parsers) {
        if (takes(parsers, "<!DOCTYPE a><a/>")) {
            throw new IllegalStateException(
                    "the XML parser takes a DOCTYPE: is there a foreign one on the class path?");
        }
        if (!readsWhole(parsers)) {
            throw new IllegalStateException("the XML parser keeps comments: is there a foreign one on the class path?");
        }
    }

    private static boolean takes(ParserPool parsers, String xml) {
        try {
            parsers.parse(new StringReader(xml));
            return true;
        } catch (XMLParserException e) {
            return false;
        }
    }

    private static boolean readsWhole(ParserPool parsers) {
        try {
            var root = parsers.parse(new StringReader("<a>ad<!-- -->min</a>")).getDocumentElement();
            return root.getChildNodes().getLength() == 1
                    && root.getFirstChild().getNodeValue().equals("admin");
        } catch (XMLParserException e) {
            return false;
        }
    }
}
