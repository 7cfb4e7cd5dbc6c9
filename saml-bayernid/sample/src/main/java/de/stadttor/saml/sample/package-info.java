/** The smallest application that logs citizens in. */
@NullMarked
package de.stadttor.saml.sample;

import org.jspecify.annotations.NullMarked;
