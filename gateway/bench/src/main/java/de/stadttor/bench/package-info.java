/** How fast the program is, compared with what cannot be avoided, and whether it loses anything under load. */
@NullMarked
package de.stadttor.bench;

import org.jspecify.annotations.NullMarked;
