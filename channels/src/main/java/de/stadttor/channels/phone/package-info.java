/** Calls as telephone systems and call centres tell of them: events, transcripts, Zammad's generic CTI push. */
@NullMarked
package de.stadttor.channels.phone;

import org.jspecify.annotations.NullMarked;
