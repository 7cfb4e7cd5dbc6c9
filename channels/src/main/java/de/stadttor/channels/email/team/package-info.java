/** The team's mail: letters about their tickets, and what their answers mean. */
@NamedInterface
@NullMarked
package de.stadttor.channels.email.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
