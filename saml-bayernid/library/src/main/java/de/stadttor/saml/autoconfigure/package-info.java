/** Ten lines of settings in, a working service provider out. */
@NullMarked
package de.stadttor.saml.autoconfigure;

import org.jspecify.annotations.NullMarked;
