package de.stadttor.channels.email.mime;

/**
 * One header field as it came.
 *
 * @param name as written, without colon
 * @param value unfolded, one character for each byte (so not yet decoded)
 */
public record HeaderField(String name, String value) {

    boolean is(String wanted) {
        return name.equalsIgnoreCase(wanted);
    }
}
