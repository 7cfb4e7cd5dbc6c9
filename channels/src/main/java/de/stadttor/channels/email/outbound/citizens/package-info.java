/** The letters to citizens. */
@NullMarked
package de.stadttor.channels.email.outbound.citizens;

import org.jspecify.annotations.NullMarked;
