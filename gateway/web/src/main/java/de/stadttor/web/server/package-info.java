/** Limits and manners below the controllers: sizes, times, headers, request ids. */
@NullMarked
package de.stadttor.web.server;

import org.jspecify.annotations.NullMarked;
