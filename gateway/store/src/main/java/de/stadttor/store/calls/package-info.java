@NullMarked
package de.stadttor.store.calls;

import org.jspecify.annotations.NullMarked;
