package de.stadttor.desk.forms;

import de.stadttor.forms.Edition;
import de.stadttor.forms.Form;
import de.stadttor.web.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a form in short. */
record FormItem(
        String form,
        int version,
        String title,
        String queue,
        String submitLevel,
        String readLevel,
        boolean open,
        @Nullable Instant acceptedUntil,
        @Nullable Instant madeAt,
        @Nullable String madeBy) {

    static FormItem of(Edition edition, Language language) {
        Form form = edition.form();
        return new FormItem(
                form.key(),
                form.version(),
                form.texts(language.code()).title(),
                form.queue(),
                form.submitLevel().code(),
                form.readLevel().code(),
                form.page().open(),
                form.acceptedUntil(),
                edition.madeAt(),
                edition.madeBy());
    }
}
