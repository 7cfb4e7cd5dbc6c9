package de.stadttor.channels.email;

import de.stadttor.channels.email.body.BodyKind;
import org.jspecify.annotations.Nullable;

/**
 * What a message says.
 *
 * @param text everything visible, line feeds only; empty when there is nothing
 * @param html harmless HTML; null when the body is plain text
 * @param replyText what the person wrote now: {@code text} without quoted history and signature; the whole text when
 *     nothing else is left
 */
public record MailText(BodyKind kind, String text, @Nullable String html, String replyText) {

    static final MailText EMPTY = new MailText(BodyKind.PLAIN, "", null, "");
}
