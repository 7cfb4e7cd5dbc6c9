/** Load by Gatling, in turns on the program and on the bare endpoint. */
@NullMarked
package de.stadttor.bench.load;

import org.jspecify.annotations.NullMarked;
