@NullMarked
package de.stadttor.store.letters;

import org.jspecify.annotations.NullMarked;
