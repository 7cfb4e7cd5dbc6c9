/** From a token or cookie to who is calling. */
@NullMarked
package de.stadttor.web.callers;

import org.jspecify.annotations.NullMarked;
