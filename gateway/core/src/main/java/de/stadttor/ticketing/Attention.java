package de.stadttor.ticketing;

/** Why a person must look at a ticket. */
public enum Attention {
    /** What came could not be understood, or broke what was to understand it. */
    UNREADABLE("unreadable"),
    /** Understanding it took too long. */
    SLOW("slow"),
    /** It is larger than what is read as a whole. */
    OVERSIZE("oversize"),
    /** Text or files were left out, since there was too much of them; the original has all. */
    CUT("cut"),
    /** A file carries malware: it is kept, and nobody gets it. */
    INFECTED("infected"),
    /** Something we sent did not arrive. */
    UNDELIVERED("undelivered"),
    /** A rule of the mailbox demands it. */
    RULE("rule");

    private final String code;

    Attention(String code) {
        this.code = code;
    }

    /** The written form, as in events. */
    public String code() {
        return code;
    }

    public static Attention of(String code) {
        for (Attention attention : values()) {
            if (attention.code.equals(code)) {
                return attention;
            }
        }
        throw new IllegalArgumentException("not a reason for attention: " + code);
    }
}
