package de.stadttor.channels.form;

import de.stadttor.idempotency.RequestKey;
import de.stadttor.people.Machine;

/** The keys by which a submission is recognized. */
final class SubmissionKeys {

    private SubmissionKeys() {}

    /** Per client and form, the second submission of an id is a repeat. */
    static RequestKey natural(Machine client, String form, String submissionId, String fingerprint) {
        return new RequestKey(client.reference() + " form " + form, submissionId, fingerprint);
    }

    static RequestKey header(Machine client, String idempotencyKey, String fingerprint) {
        return new RequestKey(client.reference() + " submissions", idempotencyKey, fingerprint);
    }
}
