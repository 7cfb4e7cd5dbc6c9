/** The way to the next mail server (RFC 5321), and what its answers mean. */
@NullMarked
@NamedInterface
package de.stadttor.channels.email.outbound.smtp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
