/** Every refusal and failure as an RFC 9457 problem. */
@NullMarked
package de.stadttor.web.problems;

import org.jspecify.annotations.NullMarked;
