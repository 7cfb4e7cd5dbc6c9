/** Why the gateway will not do what was asked, as data. */
@NullMarked
package de.stadttor.refusal;

import org.jspecify.annotations.NullMarked;
