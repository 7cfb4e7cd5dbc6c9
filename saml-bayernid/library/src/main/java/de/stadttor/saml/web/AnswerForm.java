package de.stadttor.saml.web;

import de.stadttor.saml.response.PostedResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.CodecException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.FormHttpMessageReader;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Reads the posted form with limits of its own, whatever the application allows for other forms. */
final class AnswerForm {

    /** 256 KiB of message, grown by Base64 and by percent signs. */
    private static final int LARGEST = 512 * 1024;

    private static final String ANSWER = "SAMLResponse";
    private static final String STATE = "RelayState";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ResolvableType FORM =
            ResolvableType.forClassWithGenerics(MultiValueMap.class, String.class, String.class);

    private final FormHttpMessageReader reader = new FormHttpMessageReader();

    AnswerForm() {
        reader.setMaxInMemorySize(LARGEST);
    }

    /** Not a form we read; carries the status to answer with. */
    static final class Unreadable extends RuntimeException {

        private final HttpStatus status;

        Unreadable(HttpStatus status) {
            super(status.name(), null, false, false);
            this.status = status;
        }

        HttpStatus status() {
            return status;
        }
    }

    /** Fails with {@link Unreadable} if there is no form, or too much of one. */
    Mono<PostedResponse> read(ServerRequest request) {
        if (request.headers().contentLength().orElse(0) > LARGEST) {
            return Mono.error(() -> new Unreadable(HttpStatus.CONTENT_TOO_LARGE));
        }
        if (!isForm(request)) {
            return Mono.error(() -> new Unreadable(HttpStatus.UNSUPPORTED_MEDIA_TYPE));
        }
        if (hasFieldsInAddress(request)) {
            return Mono.error(() -> new Unreadable(HttpStatus.BAD_REQUEST));
        }
        return reader.readMono(FORM, request.exchange().getRequest(), Map.of())
                .timeout(PATIENCE)
                .map(AnswerForm::posted)
                .onErrorMap(DataBufferLimitException.class, _ -> new Unreadable(HttpStatus.CONTENT_TOO_LARGE))
                .onErrorMap(CodecException.class, _ -> new Unreadable(HttpStatus.BAD_REQUEST))
                .onErrorMap(IllegalArgumentException.class, _ -> new Unreadable(HttpStatus.BAD_REQUEST))
                .onErrorMap(TimeoutException.class, _ -> new Unreadable(HttpStatus.REQUEST_TIMEOUT));
    }

    /** One answer there and one in the body would be two, and nobody may choose between them. */
    private static boolean hasFieldsInAddress(ServerRequest request) {
        return request.queryParams().containsKey(ANSWER)
                || request.queryParams().containsKey(STATE);
    }

    private static boolean isForm(ServerRequest request) {
        return request.headers()
                .contentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED::isCompatibleWith)
                .isPresent();
    }

    private static PostedResponse posted(MultiValueMap<String, String> form) {
        return new PostedResponse(form.getOrDefault(ANSWER, List.of()), form.getOrDefault(STATE, List.of()));
    }
}
