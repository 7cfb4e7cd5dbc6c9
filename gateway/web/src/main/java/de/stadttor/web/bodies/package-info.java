/** JSON bodies, read strictly and held against their contract. */
@NullMarked
package de.stadttor.web.bodies;

import org.jspecify.annotations.NullMarked;
