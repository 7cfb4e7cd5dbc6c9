package de.stadttor.web.problems;

import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** The last to see a failure, before Spring's own handler would. */
@Component
@Order(-2)
final class ProblemHandler implements WebExceptionHandler {

    private final ProblemWriter writer;

    ProblemHandler(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        return clientLeft(failure) ? Mono.empty() : writer.write(exchange, failure);
    }

    private static boolean clientLeft(Throwable failure) {
        return failure instanceof AbortedException
                || AbortedException.isConnectionReset(failure)
                || (failure instanceof IOException && "Broken pipe".equals(failure.getMessage()));
    }
}
