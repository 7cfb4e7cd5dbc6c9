package de.stadttor.machines;

import de.stadttor.logins.SpentAssertions;
import de.stadttor.people.Machine;
import de.stadttor.seals.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Tells which client a request is from. */
public final class RecognizedClients {

    /** So far may clocks differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final IntakeClients clients;
    private final SharedKeys keys;
    private final SpentAssertions spent;
    private final Clock clock;

    public RecognizedClients(IntakeClients clients, SharedKeys keys, SpentAssertions spent, Clock clock) {
        this.clients = clients;
        this.keys = keys;
        this.spent = spent;
        this.clock = clock;
    }

    /** Empty for a certificate that is nobody's here. */
    public Mono<Machine> byCertificate(String thumbprint) {
        return clients.ofCertificate(thumbprint).map(IntakeClient::machine);
    }

    /**
     * Empty when the signature is wrong, too old or too new, or its nonce was used before, on whatever node. Only a
     * right signature spends its nonce, so that nobody can spend another's.
     */
    public Mono<Machine> bySignature(Signed signed) {
        return Mono.defer(() -> inTime(signed.created()) ? clients.find(signed.client()) : Mono.<IntakeClient>empty())
                .filter(client -> client.proof() instanceof IntakeClient.Proof.Signature proof
                        && keys.fits(client.name(), proof, signed.content(), signed.code()))
                .filterWhen(client -> spent.spend(
                        Sha256.hex("signed request\0" + client.name() + "\0" + signed.nonce()),
                        signed.created().plus(SKEW.multipliedBy(2))))
                .map(IntakeClient::machine);
    }

    private boolean inTime(Instant created) {
        return Duration.between(created, clock.instant()).abs().compareTo(SKEW) <= 0;
    }

    /** A request with its signature. */
    public static final class Signed {

        private final String client;
        private final String nonce;
        private final Instant created;
        private final byte[] content;
        private final byte[] code;

        /**
         * @param content what was signed
         * @param code the signature
         */
        public Signed(String client, String nonce, Instant created, byte[] content, byte[] code) {
            this.client = client;
            this.nonce = nonce;
            this.created = created;
            this.content = content.clone();
            this.code = code.clone();
        }

        String client() {
            return client;
        }

        String nonce() {
            return nonce;
        }

        Instant created() {
            return created;
        }

        byte[] content() {
            return content;
        }

        byte[] code() {
            return code;
        }
    }
}
