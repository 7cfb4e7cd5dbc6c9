@NullMarked
package de.stadttor.store.forms;

import org.jspecify.annotations.NullMarked;
