/** What leaves by mail: who writes a letter, what it looks like, and how it gets to the next server. */
@NullMarked
@NamedInterface
package de.stadttor.channels.email.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
