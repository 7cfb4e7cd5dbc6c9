/** The manners of our WebSockets, once: frames of JSON, silence, slow readers, limits of a connection. */
@NullMarked
@NamedInterface
package de.stadttor.web.sockets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
