@NullMarked
package de.stadttor.store.privacy;

import org.jspecify.annotations.NullMarked;
