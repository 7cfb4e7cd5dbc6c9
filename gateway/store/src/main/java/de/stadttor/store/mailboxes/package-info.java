@NullMarked
package de.stadttor.store.mailboxes;

import org.jspecify.annotations.NullMarked;
