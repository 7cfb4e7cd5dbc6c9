package de.stadttor.channels.email.mime;

/**
 * The header of a message, and where its body begins; the body is not looked into.
 *
 * @param body all that follows the header
 */
public record Head(HeaderFields fields, Slice body) {

    public static Head of(Slice message) {
        HeaderBlock block = HeaderBlock.read(message, new Oddities());
        return new Head(block.fields(), message.from(Math.min(block.end(), message.length())));
    }
}
