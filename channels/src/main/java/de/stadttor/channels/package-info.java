/** How messages come and go. Each channel is a package; none knows another. */
@NullMarked
package de.stadttor.channels;

import org.jspecify.annotations.NullMarked;
