/** The letters about appointments. */
@NullMarked
@NamedInterface
package de.stadttor.channels.email.outbound.appointments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
