package de.stadttor.channels.form;

import de.stadttor.forms.Form;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Machine;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What a submission must satisfy before it may come in. */
@Component
final class SubmissionRules {

    private final FormSchemas schemas;
    private final Clock clock;

    SubmissionRules(FormSchemas schemas, Clock clock) {
        this.schemas = schemas;
        this.clock = clock;
    }

    void check(Machine client, Submission submission, Form form) {
        refuseUnbelievedIdentity(client, submission);
        if (!form.accepts(clock.instant())) {
            throw new Refused(new Refusal.FormWithdrawn(form.key()));
        }
        if (!submission.level().satisfies(form.submitLevel())) {
            throw new Refused(new Refusal.SubmitLevelTooLow(submission.level(), form.submitLevel()));
        }
        var faults = schemas.faults(form, submission.fieldsOrNone());
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Invalid(faults));
        }
    }

    private static void refuseUnbelievedIdentity(Machine client, Submission submission) {
        boolean asserts = submission.sender().identity() != null || submission.level() != AssuranceLevel.BASIC;
        if (asserts && !client.may(Machine.Right.ASSERT_IDENTITY)) {
            throw new Refused(new Refusal.IdentityNotAllowed());
        }
    }
}
