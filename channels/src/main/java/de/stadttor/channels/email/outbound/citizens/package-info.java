/** The letters to citizens. */
@NullMarked
@NamedInterface
package de.stadttor.channels.email.outbound.citizens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
