package de.stadttor.channels.form;

import de.stadttor.files.StoredFile;
import de.stadttor.forms.Form;
import de.stadttor.forms.Forms;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.intake.Intake;
import de.stadttor.intake.Receipt;
import de.stadttor.people.Machine;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.seals.Sha256;
import de.stadttor.web.Received;
import de.stadttor.web.bodies.Bodies;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final RefusedSubmissions refused;

    SubmitForm(
            Bodies bodies,
            Forms forms,
            SubmissionRules rules,
            Translation translation,
            Intake intake,
            RefusedSubmissions refused) {
        bodies.require(CONTRACT);
        this.bodies = bodies;
        this.forms = forms;
        this.rules = rules;
        this.translation = translation;
        this.intake = intake;
        this.refused = refused;
    }

    /** @param idempotencyKey the client's own; null without */
    public Mono<Receipt> by(Machine client, SubmittedBody body, @Nullable String idempotencyKey) {
        return Mono.fromCallable(() -> bodies.read(body.json(), CONTRACT, Submission.class))
                .flatMap(received -> form(received.value()).map(form -> {
                    rules.check(client, received.value(), form);
                    return translation.inbound(
                            client,
                            received.value(),
                            form,
                            body.files(),
                            keys(client, received, body.files(), idempotencyKey));
                }))
                .flatMap(intake::accept)
                .onErrorResume(failure ->
                        refused.keep(client, body, idempotencyKey, failure).then(Mono.error(failure)))
                .checkpoint("submit form");
    }

    private Mono<Form> form(Submission submission) {
        return forms.find(submission.form(), submission.formVersion())
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.FormUnknown(submission.form()))));
    }

    /** The form server's own id always counts; the header too, if there is one. */
    private static List<RequestKey> keys(
            Machine client, Received<Submission> received, List<StoredFile> files, @Nullable String idempotencyKey) {
        String fingerprint = fingerprint(received.fingerprint(), files);
        Submission submission = received.value();
        return Stream.concat(
                        Stream.of(SubmissionKeys.natural(
                                client, submission.form(), submission.submissionId(), fingerprint)),
                        Stream.ofNullable(idempotencyKey).map(key -> SubmissionKeys.header(client, key, fingerprint)))
                .toList();
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
