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

    /**
     * @param form in the version of the submission
     * @param newest version of the form, which decides who may use its page, whatever was filled in before
     */
    void check(Submitter submitter, SubmittedBody body, Submission submission, Form form, Form newest) {
        if (!form.accepts(clock.instant())) {
            throw new Refused(new Refusal.FormWithdrawn(form.key()));
        }
        switch (submitter) {
            case Submitter.Client(var machine) -> checkClaims(machine, submission, form);
            case Submitter.Visitor visitor -> {
                checkEntry(visitor, newest);
                checkEntry(visitor, form);
                checkContent(body, submission, form);
            }
        }
        var faults = schemas.faults(form, submission.fieldsOrNone());
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Invalid(faults));
        }
    }

    private static void checkClaims(Machine client, Submission submission, Form form) {
        if (!client.mayHandIn(form.key())) {
            throw new Refused(new Refusal.NotAllowed());
        }
        boolean asserts = submission.sender().identity() != null || submission.level() != AssuranceLevel.BASIC;
        if (asserts && !client.may(Machine.Right.ASSERT_IDENTITY)) {
            throw new Refused(new Refusal.IdentityNotAllowed());
        }
        if (!submission.level().satisfies(form.submitLevel())) {
            throw new Refused(new Refusal.SubmitLevelTooLow(submission.level(), form.submitLevel()));
        }
    }

    /** Whoever fills in the page can log in more firmly and come back, so that is what the answer says. */
    private static void checkEntry(Submitter.Visitor visitor, Form form) {
        if (!form.page().open()) {
            throw new Refused(new Refusal.NotFound());
        }
        if (!visitor.level().satisfies(form.submitLevel())) {
            throw new Refused(new Refusal.LevelTooLow(visitor.level(), form.submitLevel()));
        }
    }

    private static void checkContent(SubmittedBody body, Submission submission, Form form) {
        if (body.files().size() > form.page().files()) {
            throw new Refused(Refusal.Invalid.at("/files", "maxItems"));
        }
        var missing = ContactRule.of(form).faults(submission.sender());
        if (!missing.isEmpty()) {
            throw new Refused(new Refusal.Invalid(missing));
        }
    }
}
