package de.stadttor.web;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Server-Sent Events that begin when all filters are done. What a filter passes on stays in memory until the response
 * ends: its operators, the token it read, what it knows of the caller. That is nothing for an answer, and most of what
 * a stream costs that stays open for hours; so a controller leaves its stream here, and it is written outside of them
 * all.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class EventStreams implements WebFilter {

    private static final String STREAM = EventStreams.class.getName();
    private static final ResolvableType EVENT = ResolvableType.forClass(ServerSentEvent.class);

    private final HttpMessageWriter<ServerSentEvent<?>> writer;

    EventStreams(ServerCodecConfigurer codecs) {
        this.writer = writer(codecs);
    }

    /** Sends the events once the request is through; a failure before the first one is answered as usual. */
    public Mono<Void> send(ServerWebExchange exchange, Flux<? extends ServerSentEvent<?>> events) {
        return Mono.fromRunnable(() -> exchange.getAttributes().put(STREAM, events));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).then(Mono.defer(() -> write(exchange)));
    }

    @SuppressWarnings("unchecked") // nobody else knows the name
    private Mono<Void> write(ServerWebExchange exchange) {
        var events = (Flux<ServerSentEvent<?>>) exchange.getAttributes().get(STREAM);
        if (events == null) {
            return Mono.empty();
        }
        exchange.getAttributes().keySet().removeIf(name -> !name.equals(ServerWebExchange.LOG_ID_ATTRIBUTE));
        return writer.write(
                events,
                EVENT,
                EVENT,
                MediaType.TEXT_EVENT_STREAM,
                exchange.getRequest(),
                exchange.getResponse(),
                Map.of());
    }

    @SuppressWarnings("unchecked") // a writer that can write events takes events
    private static HttpMessageWriter<ServerSentEvent<?>> writer(ServerCodecConfigurer codecs) {
        return codecs.getWriters().stream()
                .filter(writer -> writer.canWrite(EVENT, MediaType.TEXT_EVENT_STREAM))
                .map(writer -> (HttpMessageWriter<ServerSentEvent<?>>) writer)
                .findFirst()
                .orElseThrow();
    }
}
