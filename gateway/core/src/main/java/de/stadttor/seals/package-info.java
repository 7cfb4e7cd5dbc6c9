/** Keyed seals: what we hand out and must recognize later (links, cursors, event ids) carries one. */
@NullMarked
package de.stadttor.seals;

import org.jspecify.annotations.NullMarked;
