package de.stadttor.web.callers;

import de.stadttor.seals.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;
import org.springframework.core.io.buffer.DataBuffer;
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
 * nobody acts before, learns there that it was changed.
 */
@Component
final class SignedBodies {

    private static final String ALGORITHM = "sha-256";

    SignedBodies() {}

    /** Stands behind authentication. */
    Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        return request.getHeaders().containsHeader(SignedRequest.INPUT)
                ? chain.filter(exchange.mutate().request(new Checked(request)).build())
                : chain.filter(exchange);
    }

    private static final class Checked extends ServerHttpRequestDecorator {

        Checked(ServerHttpRequest request) {
            super(request);
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.defer(() -> {
                MessageDigest digest = Sha256.digest();
                return super.getBody()
                        .doOnNext(buffer -> update(digest, buffer))
                        .concatWith(Mono.defer(() -> verify(digest)));
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
