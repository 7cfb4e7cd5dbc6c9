/** What holds when things stall, repeat or come late: docs/reliability.md says how each promise is shown. */
@NullMarked
package de.stadttor.reliability;

import org.jspecify.annotations.NullMarked;
