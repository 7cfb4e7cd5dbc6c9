package de.stadttor.idempotency;

/** The request was done before; its transaction rolls back and the first result is the answer. */
public final class KeyTaken extends RuntimeException {

    public KeyTaken() {
        super("key taken", null, false, false);
    }
}
