package de.stadttor.saml.opensaml;

import de.stadttor.saml.opensaml.StrictXml.Unreadable;
import de.stadttor.saml.outcome.Rejection;
import de.stadttor.saml.outcome.ResponseRefused;
import org.opensaml.saml.saml2.core.Response;

/** Check 2: no DOCTYPE, no entities, no comments, bounded depth, valid against the SAML schemas. */
public final class StrictParsing {

    /** Reads a response, or fails with {@link ResponseRefused}. */
    public ParsedResponse parse(byte[] xml) {
        try {
            var root = StrictXml.parse(xml).getDocumentElement();
            StrictXml.validate(root);
            return new ParsedResponse(StrictXml.typed(root, Response.class));
        } catch (Unreadable e) {
            throw new ResponseRefused(Rejection.PARSING, String.valueOf(e.getMessage()));
        }
    }
}
