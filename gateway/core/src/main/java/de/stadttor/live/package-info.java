/** Fan-out: who follows a feed is woken when it grows; what is sent always comes from the log. */
@NullMarked
package de.stadttor.live;

import org.jspecify.annotations.NullMarked;
