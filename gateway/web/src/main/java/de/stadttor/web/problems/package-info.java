/** Every refusal and failure as an RFC 9457 problem. */
@NullMarked
@NamedInterface
package de.stadttor.web.problems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
