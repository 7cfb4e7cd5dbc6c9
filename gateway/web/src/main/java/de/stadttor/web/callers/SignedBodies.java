package de.stadttor.web.callers;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.seals.Sha256;
import de.stadttor.web.WebSettings;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicLong;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Holds the body of a signed request against its digest (RFC 9530) while it is read: whoever reads it to its end, and
 * nobody acts before, learns there that it was changed. One of several parts is read to its end here, for who takes it
 * apart acts on each part, and leaves off behind the last one.
 */
@Component
final class SignedBodies {

    private static final String ALGORITHM = "sha-256";

    private final long limit;

    SignedBodies(WebSettings settings) {
        this.limit = settings.bodyLimit();
    }

    /** Stands behind authentication. */
    Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        return request.getHeaders().containsHeader(SignedRequest.INPUT)
                ? chain.filter(
                        exchange.mutate().request(new Checked(request, limit)).build())
                : chain.filter(exchange);
    }

    private static final class Checked extends ServerHttpRequestDecorator {

        private final long limit;

        Checked(ServerHttpRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            MediaType type = getHeaders().getContentType();
            return type != null && type.getType().equals("multipart")
                    ? Spool.whole(bounded(checked()), DefaultDataBufferFactory.sharedInstance)
                    : checked();
        }

        private Flux<DataBuffer> checked() {
            return Flux.defer(() -> {
                MessageDigest digest = Sha256.digest();
                return super.getBody()
                        .doOnNext(buffer -> update(digest, buffer))
                        .concatWith(Mono.defer(() -> verify(digest)));
            });
        }

        /** A body may come without telling its length. */
        private Flux<DataBuffer> bounded(Flux<DataBuffer> body) {
            return Flux.defer(() -> {
                var taken = new AtomicLong();
                return body.doOnNext(buffer -> {
                    if (taken.addAndGet(buffer.readableByteCount()) > limit) {
                        DataBufferUtils.release(buffer);
                        throw new Refused(new Refusal.TooLarge(limit));
                    }
                });
            });
        }

        private Mono<DataBuffer> verify(MessageDigest digest) {
            return MessageDigest.isEqual(digest.digest(), promised())
                    ? Mono.empty()
                    : Mono.error(() -> new BadCredentialsException("another body"));
        }

        private byte[] promised() {
            String header = String.join(", ", getHeaders().getOrEmpty(SignedRequest.DIGEST));
            try {
                var digests = Parser.parseDictionary(header).get();
                if (digests.get(ALGORITHM) instanceof ByteSequenceItem item) {
                    ByteBuffer bytes = item.get();
                    byte[] promised = new byte[bytes.remaining()];
                    bytes.duplicate().get(promised);
                    return promised;
                }
            } catch (ParseException e) {
                // A digest that cannot be read is none.
            }
            throw new BadCredentialsException("no digest");
        }

        private static void update(MessageDigest digest, DataBuffer buffer) {
            try (var bytes = buffer.readableByteBuffers()) {
                bytes.forEachRemaining(digest::update);
            }
        }
    }
}
