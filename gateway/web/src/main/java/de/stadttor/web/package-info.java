/** The manners of our HTTP, once: problems, callers, bodies, idempotency, cursors, ETags, limits. */
@NullMarked
package de.stadttor.web;

import org.jspecify.annotations.NullMarked;
