@NullMarked
package de.stadttor.store.outbox;

import org.jspecify.annotations.NullMarked;
