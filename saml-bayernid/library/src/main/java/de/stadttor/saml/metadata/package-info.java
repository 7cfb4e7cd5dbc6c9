/** What we know of identity providers, reloaded while running. */
@NullMarked
package de.stadttor.saml.metadata;

import org.jspecify.annotations.NullMarked;
