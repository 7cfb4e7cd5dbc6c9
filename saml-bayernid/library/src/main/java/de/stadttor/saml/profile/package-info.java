/** Who we are towards which identity provider: names, keys, what we ask for and what we accept. */
@NullMarked
package de.stadttor.saml.profile;

import org.jspecify.annotations.NullMarked;
