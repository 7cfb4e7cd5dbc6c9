/** The database itself: a server of one's own, or the embedded one; its schema, and the connections to it. */
@NullMarked
@NamedInterface
package de.stadttor.store.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
