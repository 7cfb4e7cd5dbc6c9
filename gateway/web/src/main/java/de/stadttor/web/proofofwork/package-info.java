/**
 * Makes it costly to send many things at once where nobody logs in, without asking a third party who is a robot. The
 * challenge is ALTCHA's (version 1), so that its clients solve it; nothing is stored for it.
 */
@NullMarked
@NamedInterface
package de.stadttor.web.proofofwork;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
