package de.stadttor.saml.web;

import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/**
 * What the application wants to have back when the login ends, such as the session that is to be raised: the answer is
 * a cross-site POST, to which browsers add no {@code SameSite=Lax} cookie.
 */
@FunctionalInterface
public interface LoginNotes {

    /** At most 500 characters; empty if there is nothing to note. */
    Mono<String> of(ServerRequest start);
}
