/** How answers are made, and every known way to break one. Needs no HTTP. */
@NullMarked
package de.stadttor.saml.testidp.answer;

import org.jspecify.annotations.NullMarked;
