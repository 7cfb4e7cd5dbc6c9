/** The files that came with a message: their safe names, true types, sizes and bytes. */
@NullMarked
package de.stadttor.channels.email.files;

import org.jspecify.annotations.NullMarked;
