package de.stadttor.channels.email.body;

/** Which kind of part was best to read. */
public enum BodyKind {
    PLAIN("text/plain"),
    HTML("text/html");

    private final String media;

    BodyKind(String media) {
        this.media = media;
    }

    /** The media type. */
    public String media() {
        return media;
    }
}
