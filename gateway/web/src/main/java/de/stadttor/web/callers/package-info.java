/** From a token or cookie to who is calling. */
@NullMarked
@NamedInterface
package de.stadttor.web.callers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
