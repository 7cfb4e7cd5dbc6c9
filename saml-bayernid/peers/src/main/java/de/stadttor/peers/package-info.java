/** Foreign programs that tests start and end. */
@NullMarked
package de.stadttor.peers;

import org.jspecify.annotations.NullMarked;
