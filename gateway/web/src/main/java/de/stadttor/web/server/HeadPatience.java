package de.stadttor.web.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;

/**
 * Bounds the time from a request's first byte to the end of its head, however steadily the bytes drip in between: the
 * server's own read timeout watches bodies only, and its idle timeout starts anew with every byte. A head that comes in
 * one piece costs no timer. Used by one connection, on its event loop.
 */
final class HeadPatience {

    private static final String BYTES = "stadttor.headBytes";
    private static final String HEADS = "stadttor.heads";

    private final Duration patience;
    private boolean betweenRequests = true;
    private long heads;
    private @Nullable Future<?> deadline;

    private HeadPatience(Duration patience) {
        this.patience = patience;
    }

    /** Watches a connection that speaks HTTP/1.1. */
    static void watch(ChannelPipeline pipeline, Duration patience) {
        if (pipeline.get(NettyPipeline.HttpCodec) != null) {
            var watch = new HeadPatience(patience);
            pipeline.addBefore(NettyPipeline.HttpCodec, BYTES, watch.new Bytes());
            pipeline.addAfter(NettyPipeline.HttpCodec, HEADS, watch.new Heads());
        }
    }

    /** Ends the watch over a connection that speaks HTTP no longer. */
    static void release(Connection connection) {
        connection.removeHandler(BYTES);
        connection.removeHandler(HEADS);
    }

    private void headStaysOpen(ChannelHandlerContext context) {
        if (deadline == null) {
            deadline = context.executor().schedule(() -> tooLate(context), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static void tooLate(ChannelHandlerContext context) {
        var _ = context.close();
    }

    private void headIsThere() {
        heads++;
        betweenRequests = false;
        cancel();
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    /** Before the decoder, which answers within this call if the bytes complete a head. */
    private final class Bytes extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
            long before = heads;
            boolean mayBegin = betweenRequests;
            super.channelRead(context, bytes);
            if (mayBegin && heads == before) {
                headStaysOpen(context);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) throws Exception {
            cancel();
            super.channelInactive(context);
        }
    }

    /** After the decoder. */
    private final class Heads extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof HttpRequest) {
                headIsThere();
            }
            if (message instanceof LastHttpContent) {
                betweenRequests = true;
            }
            super.channelRead(context, message);
        }
    }
}
