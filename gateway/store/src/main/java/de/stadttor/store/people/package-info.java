@NullMarked
package de.stadttor.store.people;

import org.jspecify.annotations.NullMarked;
