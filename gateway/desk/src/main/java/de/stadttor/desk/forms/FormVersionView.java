package de.stadttor.desk.forms;

import de.stadttor.forms.Edition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a form as administrators see it. */
record FormVersionView(
        String form,
        int version,
        @Nullable Instant acceptedUntil,
        @Nullable Instant madeAt,
        @Nullable String madeBy,
        FormDefinition definition) {

    static FormVersionView of(Edition edition) {
        return new FormVersionView(
                edition.form().key(),
                edition.form().version(),
                edition.form().acceptedUntil(),
                edition.madeAt(),
                edition.madeBy(),
                FormDefinition.of(edition.form()));
    }
}
