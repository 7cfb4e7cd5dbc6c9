/**
 * A test identity provider that looks like BayernID: strict about requests, with a set of invented people. It shares no
 * code with the service provider, so that a mistake of one is not repeated by the other.
 */
@NullMarked
package de.stadttor.saml.testidp;

import org.jspecify.annotations.NullMarked;
