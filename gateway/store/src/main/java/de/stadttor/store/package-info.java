/** MariaDB: the core's ports on R2DBC. One package mirrors one feature and touches no other feature's tables. */
@NullMarked
package de.stadttor.store;

import org.jspecify.annotations.NullMarked;
