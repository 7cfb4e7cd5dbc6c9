@NullMarked
package de.stadttor.store.grants;

import org.jspecify.annotations.NullMarked;
