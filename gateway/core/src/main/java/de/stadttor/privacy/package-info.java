/** Who saw what: the audit of reads and the evidence of delivery. */
@NullMarked
package de.stadttor.privacy;

import org.jspecify.annotations.NullMarked;
