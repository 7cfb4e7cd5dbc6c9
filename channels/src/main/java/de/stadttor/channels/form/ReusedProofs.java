package de.stadttor.channels.form;

import de.stadttor.idempotency.RequestKeys;
import de.stadttor.intake.InboundMessage;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.proofofwork.ProofOfWork;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells visitors which of their keys was used before: that of what they filled in, or their proof of work. */
@Component
final class ReusedProofs {

    private final RequestKeys keys;

    ReusedProofs(RequestKeys keys) {
        this.keys = keys;
    }

    /** Always an error: {@code failure}, or what says more. */
    <T> Mono<T> explained(InboundMessage message, Refused failure) {
        return failure.refusal() instanceof Refusal.KeyReused
                        && message.keys().stream().anyMatch(SubmissionKeys::isProof)
                ? keys.find(message.keys().getFirst())
                        .hasElement()
                        .flatMap(sentBefore -> Mono.error(() -> sentBefore ? failure : reused()))
                : Mono.error(failure);
    }

    private static Refused reused() {
        return new Refused(Refusal.Invalid.at(ProofOfWork.HEADER, "proof-reused"));
    }
}
