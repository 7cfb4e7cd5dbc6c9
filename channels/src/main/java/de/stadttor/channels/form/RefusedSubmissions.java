package de.stadttor.channels.form;

import de.stadttor.events.Ids;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.intake.Quarantine;
import de.stadttor.ticketing.TicketId;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Language;
import de.stadttor.web.bodies.StrictJson;
import de.stadttor.web.problems.Answer;
import de.stadttor.web.problems.Answers;
import de.stadttor.web.problems.ProblemKind;
import de.stadttor.web.problems.Wording;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Puts a copy of what was refused into quarantine, with the problem that it was answered with. */
@Component
final class RefusedSubmissions {

    private static final Duration KEPT = Duration.ofDays(14);
    private static final int LONGEST_NAME = 100;
    private static final Set<ProblemKind> WORTH_A_LOOK = Set.of(
            ProblemKind.MALFORMED_JSON,
            ProblemKind.MALFORMED_XML,
            ProblemKind.VALIDATION_FAILED,
            ProblemKind.FORM_UNKNOWN,
            ProblemKind.FORM_WITHDRAWN,
            ProblemKind.ASSURANCE_TOO_LOW,
            ProblemKind.FILE_REJECTED,
            ProblemKind.IDENTITY_NOT_ALLOWED);

    private final Quarantine quarantine;
    private final Answers answers;
    private final Wording wording;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;

    RefusedSubmissions(Quarantine quarantine, Answers answers, Wording wording, JsonMapper json, Ids ids, Clock clock) {
        this.quarantine = quarantine;
        this.answers = answers;
        this.wording = wording;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps a copy if {@code failure} lies in what was submitted. */
    Mono<Void> keep(Submitter submitter, SubmittedBody body, @Nullable String idempotencyKey, Throwable failure) {
        return Mono.fromSupplier(() -> answers.to(failure))
                .filter(answer -> WORTH_A_LOOK.contains(answer.kind()))
                .map(answer -> entry(submitter, body, idempotencyKey, answer))
                .flatMap(quarantine::keep);
    }

    /** Closes what is kept of the same document: it made a ticket after all. */
    Mono<Void> settle(Submitter submitter, SubmittedBody body, TicketId ticket) {
        return quarantine.close(Map.of(ticket, List.of(SubmissionKeys.document(submitter, body.document()))));
    }

    private Quarantine.Entry entry(
            Submitter submitter, SubmittedBody body, @Nullable String idempotencyKey, Answer answer) {
        Instant now = clock.instant();
        JsonNode read = readable(body.json());
        return new Quarantine.Entry(
                ids.next(),
                keys(submitter, body, read, idempotencyKey),
                submitter.reference(),
                idempotencyKey,
                form(submitter, read),
                now,
                now.plus(KEPT),
                json.writeValueAsString(wording.problem(answer, Language.GERMAN, null)),
                new String(body.document(), StandardCharsets.UTF_8),
                null);
    }

    private static List<RequestKey> keys(
            Submitter submitter, SubmittedBody body, JsonNode read, @Nullable String idempotencyKey) {
        return switch (submitter) {
            case Submitter.Client client -> keys(client, body, read, idempotencyKey);
            case Submitter.Visitor visitor ->
                idempotencyKey == null
                        ? List.of()
                        : List.of(SubmissionKeys.natural(visitor, visitor.form(), idempotencyKey, ""));
        };
    }

    /** The document itself is a key, so that its repeats replace each other even if nobody can read it. */
    private static List<RequestKey> keys(
            Submitter.Client client, SubmittedBody body, JsonNode read, @Nullable String idempotencyKey) {
        List<RequestKey> keys = new ArrayList<>();
        keys.add(SubmissionKeys.document(client, body.document()));
        String form = form(client, read);
        JsonNode submissionId = read.at("/submissionId");
        if (form != null && submissionId.isString()) {
            keys.add(SubmissionKeys.natural(client, form, submissionId.stringValue(), ""));
        }
        if (idempotencyKey != null) {
            keys.add(SubmissionKeys.header(client, idempotencyKey, ""));
        }
        return keys;
    }

    private static @Nullable String form(Submitter submitter, JsonNode read) {
        return submitter instanceof Submitter.Visitor visitor ? visitor.form() : named(read, "/form");
    }

    private static @Nullable String named(JsonNode read, String pointer) {
        JsonNode value = read.at(pointer);
        return value.isString() && value.stringValue().length() <= LONGEST_NAME ? value.stringValue() : null;
    }

    private static JsonNode readable(byte[] bytes) {
        try {
            return StrictJson.read(bytes);
        } catch (BadRequest e) {
            return MissingNode.getInstance();
        }
    }
}
