package de.stadttor.channels.form;

import de.stadttor.files.StoredFile;
import de.stadttor.forms.Form;
import de.stadttor.forms.Forms;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.intake.InboundMessage;
import de.stadttor.intake.Intake;
import de.stadttor.intake.Receipt;
import de.stadttor.people.Machine;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.seals.Sha256;
import de.stadttor.web.Received;
import de.stadttor.web.bodies.Bodies;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** From a submission to its receipt; what is refused on the way is kept for a person to see. */
@Component
public final class SubmitForm {

    private static final String CONTRACT = "intake.yaml#Submission";

    private final Bodies bodies;
    private final Forms forms;
    private final SubmissionRules rules;
    private final Translation translation;
    private final Intake intake;
    private final ReusedProofs proofs;
    private final RefusedSubmissions refused;

    SubmitForm(
            Bodies bodies,
            Forms forms,
            SubmissionRules rules,
            Translation translation,
            Intake intake,
            ReusedProofs proofs,
            RefusedSubmissions refused) {
        bodies.require(CONTRACT);
        this.bodies = bodies;
        this.forms = forms;
        this.rules = rules;
        this.translation = translation;
        this.intake = intake;
        this.proofs = proofs;
        this.refused = refused;
    }

    /**
     * From a client's system.
     *
     * @param idempotencyKey the client's own; null without
     */
    public Mono<Receipt> by(Machine client, SubmittedBody body, @Nullable String idempotencyKey) {
        return by(
                new Submitter.Client(client),
                body,
                idempotencyKey,
                json -> bodies.read(json, CONTRACT, Submission.class));
    }

    /**
     * From a client's system, in another shape. What was refused of the same bytes before is settled by it.
     *
     * @param body as it came
     * @param translated the JSON of the submission that it means; fails with a refusal when it means none
     */
    Mono<Receipt> by(Machine client, SubmittedBody body, @Nullable String idempotencyKey, Mono<byte[]> translated) {
        var submitter = new Submitter.Client(client);
        return translated
                .onErrorResume(failure -> kept(submitter, body, idempotencyKey, failure))
                .flatMap(json -> by(client, body.meaning(json), idempotencyKey))
                .delayUntil(receipt -> refused.settle(submitter, body, receipt.ticket()));
    }

    /**
     * From whoever it is.
     *
     * @param reading what the JSON says; fails with a refusal when it does not fit its contract
     */
    public Mono<Receipt> by(
            Submitter submitter,
            SubmittedBody body,
            @Nullable String idempotencyKey,
            Function<byte[], Received<Submission>> reading) {
        return Mono.fromCallable(() -> reading.apply(body.json()))
                .flatMap(received -> inbound(submitter, received, body, idempotencyKey))
                .flatMap(inbound -> intake.accept(inbound)
                        .onErrorResume(Refused.class, failure -> proofs.explained(inbound, failure)))
                .onErrorResume(failure -> kept(submitter, body, idempotencyKey, failure))
                .checkpoint("submit form");
    }

    /** Always {@code failure}, once there is a copy of what brought it about. */
    private <T> Mono<T> kept(
            Submitter submitter, SubmittedBody body, @Nullable String idempotencyKey, Throwable failure) {
        return refused.keep(submitter, body, idempotencyKey, failure).then(Mono.error(failure));
    }

    private Mono<InboundMessage> inbound(
            Submitter submitter, Received<Submission> received, SubmittedBody body, @Nullable String idempotencyKey) {
        Submission submission = received.value();
        return form(submission)
                .delayUntil(form -> newest(submitter, form)
                        .doOnNext(newest -> rules.check(submitter, body, submission, form, newest)))
                .map(form -> translation.inbound(
                        submitter,
                        submission,
                        form,
                        body.files(),
                        keys(submitter, received, body.files(), idempotencyKey)));
    }

    private Mono<Form> form(Submission submission) {
        return forms.find(submission.form(), submission.formVersion())
                .switchIfEmpty(Mono.defer(() -> unknown(submission)));
    }

    /** Says whether it is the form that does not exist, or only this version of it. */
    private Mono<Form> unknown(Submission submission) {
        return forms.find(submission.form(), null)
                .hasElement()
                .flatMap(known -> Mono.error(new Refused(
                        known
                                ? new Refusal.FormVersionUnknown(submission.form())
                                : new Refusal.FormUnknown(submission.form()))));
    }

    /** Clients hand in what was filled in elsewhere; only who uses our page is held against how it is now. */
    private Mono<Form> newest(Submitter submitter, Form form) {
        return switch (submitter) {
            case Submitter.Client _ -> Mono.just(form);
            case Submitter.Visitor _ -> forms.find(form.key(), null).defaultIfEmpty(form);
        };
    }

    /** The submission's own id always counts; a client's header and a visitor's proof of work too. */
    private static List<RequestKey> keys(
            Submitter submitter,
            Received<Submission> received,
            List<StoredFile> files,
            @Nullable String idempotencyKey) {
        String fingerprint = fingerprint(received.fingerprint(), files);
        Submission submission = received.value();
        RequestKey natural =
                SubmissionKeys.natural(submitter, submission.form(), submission.submissionId(), fingerprint);
        return switch (submitter) {
            case Submitter.Client client ->
                idempotencyKey == null
                        ? List.of(natural)
                        : List.of(natural, SubmissionKeys.header(client, idempotencyKey, fingerprint));
            case Submitter.Visitor visitor ->
                visitor.proof() == null
                        ? List.of(natural)
                        : List.of(natural, SubmissionKeys.proof(visitor.proof(), natural));
        };
    }

    private static String fingerprint(String json, List<StoredFile> files) {
        return files.isEmpty()
                ? json
                : Sha256.hex(json
                        + files.stream()
                                .map(file -> file.name() + "\0" + file.content().sha256())
                                .collect(Collectors.joining("\n")));
    }
}
