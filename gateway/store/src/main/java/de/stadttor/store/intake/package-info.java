@NullMarked
package de.stadttor.store.intake;

import org.jspecify.annotations.NullMarked;
