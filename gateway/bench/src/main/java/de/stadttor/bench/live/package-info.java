/** How many live streams the program holds, at what price, and how soon they hear of news. */
@NullMarked
package de.stadttor.bench.live;

import org.jspecify.annotations.NullMarked;
