@NullMarked
package de.stadttor.store.shapes;

import org.jspecify.annotations.NullMarked;
