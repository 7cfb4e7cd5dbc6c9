package de.stadttor.web.server;

import de.stadttor.web.WebSettings;
import io.netty.channel.ChannelOption;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * Bounds what a slow or silent client can hold. One that stalls while sending is closed; one that does not take what it
 * is sent (heartbeats see to it that there is always something) is cut off, and what waits for it stays small.
 */
@Component
public final class Patience implements NettyServerCustomizer {

    private static final String WRITES = "stadttor.writes";

    private static final int MOST_HEADER_BYTES = 16 * 1024;
    private static final int LONGEST_REQUEST_LINE = 8 * 1024;
    private static final int SEND_BUFFER = 64 * 1024;

    private final WebSettings settings;

    Patience(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.httpRequestDecoder(
                        decoder -> decoder.maxHeaderSize(MOST_HEADER_BYTES).maxInitialLineLength(LONGEST_REQUEST_LINE))
                .readTimeout(settings.readPatience())
                .idleTimeout(settings.readPatience().multipliedBy(2))
                .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER)
                .doOnChannelInit((_, channel, _) -> HeadPatience.watch(channel.pipeline(), settings.readPatience()))
                .doOnConnection(connection -> connection.addHandlerFirst(
                        WRITES, new WriteTimeoutHandler(settings.readPatience().toMillis(), TimeUnit.MILLISECONDS)));
    }

    /**
     * Lets go of a connection that speaks HTTP no longer: its bytes are no heads of requests, and it may be silent. The
     * server would go on waiting for the body of the request that began it.
     */
    public static void release(Connection connection) {
        HeadPatience.release(connection);
        connection.removeHandler(NettyPipeline.ReadTimeoutHandler);
        connection.removeHandler(WRITES);
    }
}
