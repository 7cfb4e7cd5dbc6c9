package de.stadttor.web.sockets;

/** A frame is refused for a reason that only its socket knows; no stack trace, for nothing is broken. */
public final class FrameRefused extends RuntimeException {

    private final String code;

    /** @param code as in the contract */
    public FrameRefused(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
