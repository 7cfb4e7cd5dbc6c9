@NullMarked
package de.stadttor.store.signing;

import org.jspecify.annotations.NullMarked;
