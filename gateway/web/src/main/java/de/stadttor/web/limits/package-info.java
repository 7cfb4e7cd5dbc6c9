/** How much one source may ask: every caller, and every address that keeps failing to be one. */
@NullMarked
@NamedInterface
package de.stadttor.web.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
