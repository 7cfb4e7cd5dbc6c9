/** The contracts as the gateway serves them, and a page to look at them that loads nothing from elsewhere. */
@NullMarked
package de.stadttor.docs;

import org.jspecify.annotations.NullMarked;
