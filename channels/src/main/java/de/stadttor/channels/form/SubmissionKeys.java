package de.stadttor.channels.form;

import de.stadttor.idempotency.RequestKey;
import de.stadttor.seals.Sha256;
import java.util.HexFormat;

/** The keys by which a submission is recognized. */
final class SubmissionKeys {

    private static final String PROOF = "proof of work";

    private SubmissionKeys() {}

    /** Per submitter and form, the second submission of an id is a repeat. */
    static RequestKey natural(Submitter submitter, String form, String submissionId, String fingerprint) {
        return new RequestKey(submitter.reference() + " form " + form, submissionId, fingerprint);
    }

    static RequestKey header(Submitter submitter, String idempotencyKey, String fingerprint) {
        return new RequestKey(submitter.reference() + " submissions", idempotencyKey, fingerprint);
    }

    /** By its bytes, whatever they say; for what was refused alone. */
    static RequestKey document(Submitter submitter, byte[] document) {
        return new RequestKey(
                submitter.reference() + " documents", HexFormat.of().formatHex(Sha256.of(document)), "");
    }

    /** Work that was done for one submission is good for no other: its key is taken with the ticket. */
    static RequestKey proof(String proof, RequestKey natural) {
        return new RequestKey(PROOF, proof, Sha256.hex(natural.key() + natural.fingerprint()));
    }

    static boolean isProof(RequestKey key) {
        return key.scope().equals(PROOF);
    }
}
