/** Citizens, their identities and assurance levels, caseworkers and machines: who is calling, and how surely. */
@NullMarked
package de.stadttor.people;

import org.jspecify.annotations.NullMarked;
