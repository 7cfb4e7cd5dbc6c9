@NullMarked
package de.stadttor.store.idempotency;

import org.jspecify.annotations.NullMarked;
