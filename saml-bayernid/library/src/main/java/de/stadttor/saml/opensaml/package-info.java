/** The only package that knows OpenSAML; it hands out and takes in plain Java values. */
@NullMarked
package de.stadttor.saml.opensaml;

import org.jspecify.annotations.NullMarked;
