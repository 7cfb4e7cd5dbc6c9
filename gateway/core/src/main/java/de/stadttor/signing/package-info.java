/**
 * The keys that sign what we issue: shared by all nodes, known before they are used, and kept until nobody needs them.
 */
@NullMarked
package de.stadttor.signing;

import org.jspecify.annotations.NullMarked;
