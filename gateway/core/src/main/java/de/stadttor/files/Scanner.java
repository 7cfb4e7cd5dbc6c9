package de.stadttor.files;

import java.nio.ByteBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks for malware. Every channel hands its files through this one port. */
@FunctionalInterface
public interface Scanner {

    /** For an installation without a scanner: says so, instead of calling anything clean. */
    Scanner NONE = _ -> Mono.just(ScanVerdict.NOT_SCANNED);

    Mono<ScanVerdict> scan(Flux<ByteBuffer> content);
}
