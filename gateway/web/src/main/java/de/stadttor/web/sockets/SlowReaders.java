package de.stadttor.web.sockets;

import de.stadttor.web.WebSettings;
import de.stadttor.web.server.Patience;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Cuts off who does not take what a WebSocket sends, by what lies in its channel and whether that moves. The server's
 * watch over requests lets go of such a connection: it would take the first frame for the head of a request that never
 * ends.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
final class SlowReaders implements WebFilter {

    private static final String HANDLER = "stadttor.slowReader";

    private final Duration patience;

    SlowReaders(WebSettings settings) {
        this.patience = settings.readPatience();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if ("websocket".equalsIgnoreCase(request.getHeaders().getUpgrade())) {
            HttpServerRequest inbound = ServerHttpRequestDecorator.getNativeRequest(request);
            inbound.withConnection(this::watch);
        }
        return chain.filter(exchange);
    }

    private void watch(Connection connection) {
        Patience.release(connection);
        connection.addHandlerFirst(HANDLER, new Watch(patience));
    }

    /** Looks once in a while whether anything has moved. */
    private static final class Watch extends IdleStateHandler {

        Watch(Duration patience) {
            super(true, 0, patience.toMillis(), 0, TimeUnit.MILLISECONDS);
        }

        @Override
        protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
            if (pending(context.channel())) {
                var _ = context.close();
            }
        }

        private static boolean pending(Channel channel) {
            ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
            return buffer != null && buffer.totalPendingWriteBytes() > 0;
        }
    }
}
