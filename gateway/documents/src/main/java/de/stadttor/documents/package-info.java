/** What people take away: calendar files. */
@NullMarked
package de.stadttor.documents;

import org.jspecify.annotations.NullMarked;
