package de.stadttor.desk.forms;

import de.stadttor.desk.IfMatch;
import de.stadttor.forms.Edition;
import org.jspecify.annotations.Nullable;

/** The entity tag of a form is the number of its newest version. */
final class Seen {

    private Seen() {}

    static String tag(Edition edition) {
        return "\"" + edition.form().version() + "\"";
    }

    /** Null without the header; a tag that we never gave names no version. */
    static @Nullable Integer version(@Nullable String ifMatch) {
        Long version = IfMatch.versionOrNull(ifMatch);
        return version == null ? null : Integer.valueOf((int) Math.min(Integer.MAX_VALUE, version));
    }
}
