package de.stadttor.web.problems;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.web.Language;
import de.stadttor.web.StepUp;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers a failed request, wherever it failed: in a controller, in the security filters, in the firewall. */
@Component
public final class ProblemWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

    private final Answers answers;
    private final Wording wording;
    private final JsonMapper json;

    ProblemWriter(Answers answers, Wording wording, JsonMapper json) {
        this.answers = answers;
        this.wording = wording;
        this.json = json;
    }

    /** An answer that has begun cannot be mended: then the failure goes on and the connection ends. */
    public Mono<Void> write(ServerWebExchange exchange, Throwable failure) {
        Answer answer = answers.to(failure);
        log(exchange, answer, failure);
        ServerHttpResponse response = exchange.getResponse();
        return response.isCommitted() ? Mono.error(failure) : write(exchange, answer, failure);
    }

    private Mono<Void> write(ServerWebExchange exchange, Answer answer, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        Problem problem = problem(exchange, answer);
        response.setStatusCode(answer.kind().status());
        headers(response.getHeaders(), answer, failure);
        return response.writeWith(Mono.fromSupplier(() -> buffer(response, problem)));
    }

    private Problem problem(ServerWebExchange exchange, Answer answer) {
        Problem problem = wording.problem(
                answer,
                Language.of(exchange.getRequest().getHeaders()),
                exchange.getLogPrefix().replaceAll("[\\[\\] ]", ""));
        return answer.kind() == ProblemKind.INSUFFICIENT_USER_AUTHENTICATION
                ? problem.steppingUpAt(StepUp.url(exchange, Objects.requireNonNull(answer.requiredLevel())))
                : problem;
    }

    private DataBuffer buffer(ServerHttpResponse response, Problem problem) {
        return response.bufferFactory().wrap(json.writeValueAsBytes(problem));
    }

    private static void headers(HttpHeaders headers, Answer answer, Throwable failure) {
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        if (answer.retryAfter() != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(answer.retryAfter().plusMillis(999).toSeconds()));
        }
        if (answer.kind() == ProblemKind.UNAUTHENTICATED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        }
        if (answer.kind() == ProblemKind.INSUFFICIENT_USER_AUTHENTICATION) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, stepUp(Objects.requireNonNull(answer.requiredLevel())));
        }
        if (failure instanceof MethodNotAllowedException wrong) {
            headers.setAllow(wrong.getSupportedMethods());
        }
    }

    /** RFC 9470, section 3. */
    private static String stepUp(AssuranceLevel required) {
        return "Bearer error=\"insufficient_user_authentication\", acr_values=\"" + required.code() + "\"";
    }

    /**
     * A refusal is no event for the log; an outage is one line, a defect has its trace. Neither holds what was sent.
     */
    private static void log(ServerWebExchange exchange, Answer answer, Throwable failure) {
        if (answer.kind() == ProblemKind.INTERNAL_ERROR) {
            LOG.error("{}defect", exchange.getLogPrefix(), failure);
        } else if (answer.kind() == ProblemKind.BUSY) {
            LOG.warn("{}outage: {}", exchange.getLogPrefix(), failure.getClass().getSimpleName());
        }
    }
}
