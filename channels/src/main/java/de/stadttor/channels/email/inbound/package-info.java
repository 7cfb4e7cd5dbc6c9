/** From a mail as it came to the one door in: what it says, whose ticket it belongs to, and what must not be done. */
@NullMarked
@NamedInterface
package de.stadttor.channels.email.inbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
