/** What everything else here stands on: the assurance levels, and the workers for costly things. */
@NullMarked
package de.stadttor.saml;

import org.jspecify.annotations.NullMarked;
