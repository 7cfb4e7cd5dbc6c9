package de.stadttor.ticketing;

/** The state in the citizen's words. */
public enum PublicState {
    RECEIVED("received"),
    IN_PROGRESS("inProgress"),
    QUESTION("question"),
    DONE("done"),
    WITHDRAWN("withdrawn");

    private final String code;

    PublicState(String code) {
        this.code = code;
    }

    /** The written form in contracts. */
    public String code() {
        return code;
    }
}
