/** The HTTP face: handler functions and what Spring Security needs. */
@NullMarked
package de.stadttor.saml.web;

import org.jspecify.annotations.NullMarked;
