/** The session of a browser: its cookie, what it is worth at present, and how it ends. */
@NullMarked
@NamedInterface
package de.stadttor.identity.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
