/** Who may act for an organisation or a ward: verified and recorded by caseworkers, never claimed by a login. */
@NullMarked
package de.stadttor.mandates;

import org.jspecify.annotations.NullMarked;
