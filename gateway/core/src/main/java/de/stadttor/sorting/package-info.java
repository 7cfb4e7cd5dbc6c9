/** Which way the mails of a mailbox go, as administrators decide: data, not code. */
@NullMarked
package de.stadttor.sorting;

import org.jspecify.annotations.NullMarked;
