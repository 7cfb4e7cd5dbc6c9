/** Submissions of the municipal form server: the same door for every form. Contract: {@code openapi/intake.yaml}. */
@NullMarked
package de.stadttor.channels.form;

import org.jspecify.annotations.NullMarked;
