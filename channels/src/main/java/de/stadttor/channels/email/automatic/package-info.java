/** Mail that no person wrote: automatic answers, lists, our own loops, and reports about mail that did not arrive. */
@NullMarked
@NamedInterface
package de.stadttor.channels.email.automatic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
