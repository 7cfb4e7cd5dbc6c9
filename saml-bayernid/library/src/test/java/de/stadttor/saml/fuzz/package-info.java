/**
 * What no example thought of: inputs made by a fuzzer, against the consumer of answers and the reader of attributes.
 */
@NullMarked
package de.stadttor.saml.fuzz;

import org.jspecify.annotations.NullMarked;
