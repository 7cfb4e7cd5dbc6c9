@NullMarked
package de.stadttor.store.sorting;

import org.jspecify.annotations.NullMarked;
