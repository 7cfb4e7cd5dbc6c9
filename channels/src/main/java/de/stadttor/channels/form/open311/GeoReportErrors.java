package de.stadttor.channels.form.open311;

import de.stadttor.web.Language;
import de.stadttor.web.Texts;
import de.stadttor.web.problems.Answer;
import de.stadttor.web.problems.Answers;
import de.stadttor.web.problems.Problem;
import de.stadttor.web.problems.Wording;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.node.ArrayNode;

/** Tells refusals as GeoReport's clients expect them: 404 for what is unknown, 403 for the key, 400 for the rest. */
@RestControllerAdvice(
        assignableTypes = {
            EndpointsController.class,
            CivicServicesController.class,
            CivicRequestsController.class,
            NewRequestController.class
        })
final class GeoReportErrors {

    private static final Logger LOG = LoggerFactory.getLogger(GeoReportErrors.class);

    private final GeoReport report;
    private final Answers answers;
    private final Wording wording;
    private final Texts texts;

    GeoReportErrors(GeoReport report, Answers answers, Wording wording, Texts texts) {
        this.report = report;
        this.answers = answers;
        this.wording = wording;
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refuse(GeoReportError error, ServerWebExchange exchange) {
        Language language = Language.of(exchange.getRequest().getHeaders());
        return answer(exchange, error.status(), List.of(texts.of(language, "open311." + error.text(), error.place())));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refuse(Exception failure, ServerWebExchange exchange) {
        Answer answer = answers.to(failure);
        HttpStatus status = status(answer.kind().status());
        if (status.equals(HttpStatus.INTERNAL_SERVER_ERROR)) {
            LOG.error("{}defect", exchange.getLogPrefix(), failure);
        }
        Language language = Language.of(exchange.getRequest().getHeaders());
        return answer(exchange, status, sentences(wording.problem(answer, language, null)));
    }

    /** Of the refusals that our other doors tell apart, GeoReport knows three. */
    private static HttpStatus status(HttpStatus ours) {
        return switch (ours) {
            case NOT_FOUND, FORBIDDEN, TOO_MANY_REQUESTS, CONTENT_TOO_LARGE, SERVICE_UNAVAILABLE -> ours;
            default -> ours.is4xxClientError() ? HttpStatus.BAD_REQUEST : HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static List<String> sentences(Problem problem) {
        List<Problem.Fault> faults = problem.errors();
        return faults == null
                ? List.of(problem.title())
                : faults.stream()
                        .map(fault -> NewRequest.parameterAt(fault.pointer()) + ": " + fault.detail())
                        .toList();
    }

    private ResponseEntity<byte[]> answer(ServerWebExchange exchange, HttpStatus status, List<String> sentences) {
        ArrayNode errors = report.nodes();
        sentences.forEach(
                sentence -> errors.addObject().put("code", status.value()).put("description", sentence));
        Format format = Format.ofPath(exchange.getRequest().getPath().value());
        return report.answer(status, format, "errors", "error", errors);
    }
}
