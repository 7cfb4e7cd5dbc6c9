/** Tests of the contracts as they are served. */
@NullMarked
package de.stadttor.docs;

import org.jspecify.annotations.NullMarked;
