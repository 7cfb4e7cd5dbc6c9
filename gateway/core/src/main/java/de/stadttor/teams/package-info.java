/** Teams that work by mail: their addresses, who of them may answer from a mailbox, and what such an answer does. */
@NullMarked
package de.stadttor.teams;

import org.jspecify.annotations.NullMarked;
