package de.stadttor.channels.form.shapes;

/** Rules that are ready to be followed. Following them is work, and not for an event loop. */
@FunctionalInterface
interface Rules {

    /**
     * What a document says, as the JSON of a submission, as far as the rules go.
     *
     * @throws de.stadttor.refusal.Refused when they cannot be followed with this document
     */
    byte[] follow(byte[] document);
}
