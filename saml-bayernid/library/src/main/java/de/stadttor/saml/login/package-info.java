/** The way out: a login begins, and is remembered until it is taken once. */
@NullMarked
package de.stadttor.saml.login;

import org.jspecify.annotations.NullMarked;
