@NullMarked
package de.stadttor.store.events;

import org.jspecify.annotations.NullMarked;
