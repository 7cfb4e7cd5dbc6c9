/** What queues have changed of the texts of their letters. */
@NullMarked
package de.stadttor.letters;

import org.jspecify.annotations.NullMarked;
