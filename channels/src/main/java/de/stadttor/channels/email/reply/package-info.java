/**
 * What the person wrote now: splits new text from quoted history and signature, first by the structure that mail
 * programs leave in HTML, then by the rules of plain text. Nothing is deleted: the whole text stays beside the reply.
 */
@NullMarked
package de.stadttor.channels.email.reply;

import org.jspecify.annotations.NullMarked;
