/**
 * The anatomy of a message: bytes, header fields, parts and their transfer encodings, read as leniently as a person
 * would. Nothing here throws on broken input; what was odd is told through {@link Oddities}.
 */
@NullMarked
package de.stadttor.channels.email.mime;

import org.jspecify.annotations.NullMarked;
