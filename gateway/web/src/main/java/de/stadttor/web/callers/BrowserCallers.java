package de.stadttor.web.callers;

import de.stadttor.people.Citizen;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Recognizes citizens by the session of their browser. */
public interface BrowserCallers {

    /**
     * Who is calling.
     *
     * @return empty when the browser has no session that holds; {@code AccessDeniedException} for a write that another
     *     site may have brought about
     */
    Mono<Citizen> recognize(ServerWebExchange exchange);
}
