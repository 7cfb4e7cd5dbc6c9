@NullMarked
package de.stadttor.store.civic;

import org.jspecify.annotations.NullMarked;
