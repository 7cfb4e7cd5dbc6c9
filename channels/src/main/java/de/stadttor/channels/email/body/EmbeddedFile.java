package de.stadttor.channels.email.body;

import de.stadttor.channels.email.mime.Slice;
import de.stadttor.channels.email.mime.TransferEncoding;

/**
 * A file that was written into a text.
 *
 * @param name as the sender gave it, not yet safe
 */
public record EmbeddedFile(String name, Slice encoded, TransferEncoding encoding) {}
