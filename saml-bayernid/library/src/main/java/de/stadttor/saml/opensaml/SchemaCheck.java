package de.stadttor.saml.opensaml;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.Validator;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Validity by the SAML schemas. A validator serves one thread at a time and costs as much to make as to use, so those
 * that have just passed something are kept for the next message; one that complained is thrown away with its state.
 */
final class SchemaCheck {

    private static final int KEPT = 64;

    private final BlockingQueue<Validator> idle = new ArrayBlockingQueue<>(KEPT);
    private final Schema schema;

    SchemaCheck(Schema schema) {
        this.schema = schema;
    }

    /** Fails with the first complaint, warnings included. */
    void check(Element element) throws SAXException, IOException {
        Validator validator = idleOrNew();
        validator.validate(new DOMSource(element));
        idle.offer(validator);
    }

    private Validator idleOrNew() {
        Validator waiting = idle.poll();
        if (waiting != null) {
            return waiting;
        }
        Validator made = schema.newValidator();
        made.setErrorHandler(new ThrowingErrorHandler());
        return made;
    }
}
