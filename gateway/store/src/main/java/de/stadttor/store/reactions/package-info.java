@NullMarked
package de.stadttor.store.reactions;

import org.jspecify.annotations.NullMarked;
