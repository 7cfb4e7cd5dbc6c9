/** Files that come and go with messages: stored by content, scanned, never trusted. */
@NullMarked
package de.stadttor.files;

import org.jspecify.annotations.NullMarked;
