/** What a message says: the part a person would read, as safe HTML and as text, and the parts that are files. */
@NullMarked
package de.stadttor.channels.email.body;

import org.jspecify.annotations.NullMarked;
