/** Logins by SAML: the library's ports on our own, and what a login means here. */
@NullMarked
@NamedInterface
package de.stadttor.identity.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
