@NullMarked
package de.stadttor.store.files;

import org.jspecify.annotations.NullMarked;
