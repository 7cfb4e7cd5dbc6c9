/** What an identity provider vouches for about a person, datum by datum. */
@NullMarked
package de.stadttor.saml.citizen;

import org.jspecify.annotations.NullMarked;
