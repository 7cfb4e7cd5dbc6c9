/** How logins end, and what people are told about it. */
@NullMarked
package de.stadttor.saml.outcome;

import org.jspecify.annotations.NullMarked;
