/** The way back: twelve checks, in this order, between a posted answer and a verified citizen. */
@NullMarked
package de.stadttor.saml.response;

import org.jspecify.annotations.NullMarked;
