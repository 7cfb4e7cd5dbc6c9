package de.stadttor.saml.opensaml;

import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** Makes every complaint of a parser or validator final. */
final class ThrowingErrorHandler implements ErrorHandler {

    @Override
    public void warning(SAXParseException complaint) throws SAXParseException {
        throw complaint;
    }

    @Override
    public void error(SAXParseException complaint) throws SAXParseException {
        throw complaint;
    }

    @Override
    public void fatalError(SAXParseException complaint) throws SAXParseException {
        throw complaint;
    }
}
