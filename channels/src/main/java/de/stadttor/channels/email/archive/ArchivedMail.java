package de.stadttor.channels.email.archive;

import de.stadttor.channels.email.mime.Slice;
import java.time.Instant;

/**
 * A mail from a file.
 *
 * @param keptSince when the file was written last; for mails that do not tell when they came
 */
record ArchivedMail(Slice bytes, Instant keptSince) {}
