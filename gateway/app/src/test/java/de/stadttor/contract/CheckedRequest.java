package de.stadttor.contract;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A request whose body is collected and checked before it is written. */
final class CheckedRequest extends ClientHttpRequestDecorator {

    private final BodyCheck check;

    CheckedRequest(ClientHttpRequest request, BodyCheck check) {
        super(request);
        this.check = check;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        return Bytes.of(Flux.from(body))
                .flatMap(bytes -> check.check(getHeaders(), bytes).thenReturn(bytes))
                .flatMap(bytes -> super.writeWith(Mono.just(Bytes.buffer(bytes))));
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        return writeWith(Flux.from(body).concatMap(part -> part));
    }

    @Override
    public Mono<Void> setComplete() {
        return check.check(getHeaders(), new byte[0]).then(super.setComplete());
    }
}
