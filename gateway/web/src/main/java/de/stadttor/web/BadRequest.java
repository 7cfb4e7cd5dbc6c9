package de.stadttor.web;

/** The request itself cannot be read: a defect of the client, told in HTTP's words. */
public final class BadRequest extends RuntimeException {

    private final Reason reason;
    private final String place;

    /** @param place name of the parameter or header; no value */
    public BadRequest(Reason reason, String place) {
        super(reason + " at " + place, null, false, false);
        this.reason = reason;
        this.place = place;
    }

    public Reason reason() {
        return reason;
    }

    public String place() {
        return place;
    }

    /** What is wrong with it. */
    public enum Reason {
        /** A parameter, header or part is missing or unreadable. */
        PARAMETER,
        CURSOR,
        /** The body is no JSON, or no UTF-8. */
        JSON,
        /** The body is no XML, or has a document type. */
        XML,
        /** The body is of a type that is not taken here. */
        MEDIA_TYPE,
        /** Too many parts in a multipart body. */
        PARTS,
        /** The firewall refused the request line or a header. */
        REJECTED,
        /** {@code If-Match} is missing. */
        PRECONDITION
    }
}
