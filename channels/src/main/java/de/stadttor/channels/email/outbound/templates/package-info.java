/** What letters say: texts with places, ours or a queue's own. */
@NullMarked
@NamedInterface
package de.stadttor.channels.email.outbound.templates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
