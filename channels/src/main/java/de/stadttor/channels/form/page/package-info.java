/** Forms that people fill in at {@code /formular/{form}}, known or not. Contract: {@code openapi/forms.yaml}. */
@NullMarked
package de.stadttor.channels.form.page;

import org.jspecify.annotations.NullMarked;
