package de.stadttor.channels.form.page;

import de.stadttor.channels.form.Submission;
import de.stadttor.channels.form.Submitter.Visitor;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What somebody filled in, as it stands in the contract. */
record FilledForm(
        int formVersion,
        @Nullable String language,
        @Nullable Contact citizen,
        JsonNode fields,
        @Nullable Boolean loggedIn) {

    /**
     * The same as a submission: the level is that of the login.
     *
     * @throws Refused when the login is over that the visitor believes to have
     */
    Submission submission(Visitor visitor, String id) {
        if (Boolean.TRUE.equals(loggedIn) && visitor.citizen() == null) {
            throw new Refused(new Refusal.LevelTooLow(AssuranceLevel.BASIC, AssuranceLevel.BASIC));
        }
        return new Submission(
                visitor.form(),
                formVersion,
                id,
                citizen == null ? null : new Submission.Sender(citizen.name(), citizen.email(), null),
                visitor.level().code(),
                language,
                fields,
                null);
    }

    record Contact(@Nullable String name, @Nullable String email) {}
}
