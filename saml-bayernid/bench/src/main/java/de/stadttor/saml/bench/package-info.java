/** How fast logins end, compared with what cannot be avoided. */
@NullMarked
package de.stadttor.saml.bench;

import org.jspecify.annotations.NullMarked;
