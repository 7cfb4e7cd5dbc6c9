/** JSON bodies, read strictly and held against their contract. */
@NullMarked
@NamedInterface
package de.stadttor.web.bodies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
