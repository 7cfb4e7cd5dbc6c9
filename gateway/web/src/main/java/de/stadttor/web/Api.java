package de.stadttor.web;

/** The three doors. A token is good for one of them. */
public enum Api {
    INTAKE("/api/intake/", "stadttor-intake"),
    DESK("/api/desk/", "stadttor-desk"),
    CITIZEN("/api/citizen/", "stadttor-citizen");

    private final String path;
    private final String audience;

    Api(String path, String audience) {
        this.path = path;
        this.audience = audience;
    }

    /** What all its paths start with. */
    public String path() {
        return path;
    }

    /** The {@code aud} that its tokens carry (RFC 9068). */
    public String audience() {
        return audience;
    }
}
