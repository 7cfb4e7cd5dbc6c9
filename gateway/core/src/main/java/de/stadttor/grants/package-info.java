/**
 * What citizens allow applications to do in their name: an authorization code that is good once, and the family of
 * refresh tokens that grows from it (RFC 6749). All of it lives no longer than the login it came from.
 */
@NullMarked
package de.stadttor.grants;

import org.jspecify.annotations.NullMarked;
