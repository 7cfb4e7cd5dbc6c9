package de.stadttor.saml.outcome;

/** Which of the twelve checks refused an answer. The order is the order of the checks. */
public enum Rejection {
    LIMITS(1),
    PARSING(2),
    SHAPE(3),
    PENDING_LOGIN(4),
    ENVELOPE(5),
    RESPONSE_SIGNATURE(6),
    DECRYPTION(7),
    ASSERTION_SIGNATURE(8),
    CONDITIONS(9),
    REPLAY(10),
    LEVEL_AND_ATTRIBUTES(11);

    private final int step;

    Rejection(int step) {
        this.step = step;
    }

    /** Position in the checklist, 1 to 11; the twelfth step is what follows a success. */
    public int step() {
        return step;
    }
}
