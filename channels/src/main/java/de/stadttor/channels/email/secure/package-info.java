/**
 * Envelopes around the content of a message: S/MIME (RFC 8551), PGP/MIME (RFC 3156), Outlook's TNEF. They are taken off
 * before anything else reads the message, so that the rest need not know of them.
 */
@NullMarked
@NamedInterface
package de.stadttor.channels.email.secure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
