package de.stadttor.forms;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import org.jspecify.annotations.Nullable;

/**
 * From one version of a form to another.
 *
 * @param before the newest there was; null for a new form
 * @param next the same one when nothing changes
 */
public record Revision(@Nullable Edition before, Edition next) {

    static Revision first(Form proposed) {
        return new Revision(null, new Edition(proposed.as(1), null, null));
    }

    static Revision of(Edition newest, Form proposed) {
        boolean same = newest.form().asks(proposed);
        return new Revision(
                newest, same ? newest : new Edition(proposed.as(newest.form().version() + 1), null, null));
    }

    public boolean changes() {
        return !next.equals(before);
    }

    /** Refuses what was decided in ignorance of a newer version, or of a withdrawal. */
    Revision refuseUnseen(@Nullable Integer seen) {
        int newest = before == null ? 0 : before.form().version();
        if (newest != (seen == null ? 0 : seen)) {
            throw new Refused(new Refusal.StaleVersion(newest));
        }
        if (before != null && before.form().acceptedUntil() != null) {
            throw new Refused(new Refusal.FormWithdrawn(before.form().key()));
        }
        return this;
    }
}
