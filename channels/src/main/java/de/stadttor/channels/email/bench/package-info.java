/** Measures how fast mail is understood. */
@NullMarked
package de.stadttor.channels.email.bench;

import org.jspecify.annotations.NullMarked;
