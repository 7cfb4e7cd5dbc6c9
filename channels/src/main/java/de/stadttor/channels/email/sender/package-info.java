/** Whether a message comes from whom it says: what a trusted server found out, or what we can verify ourselves. */
@NullMarked
@NamedInterface
package de.stadttor.channels.email.sender;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
