@NullMarked
package de.stadttor.store.machines;

import org.jspecify.annotations.NullMarked;
