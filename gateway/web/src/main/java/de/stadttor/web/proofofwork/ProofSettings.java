package de.stadttor.web.proofofwork;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much work is asked for.
 *
 * @param most hashes that a challenge may take, half of them on average; 1 000 to 10 000 000
 * @param life how long a challenge can be answered
 */
@ConfigurationProperties("stadttor.web.proof-of-work")
record ProofSettings(
        @DefaultValue("50000") int most, @DefaultValue("1h") Duration life) {

    ProofSettings {
        if (most < 1_000 || most > 10_000_000) {
            throw new IllegalArgumentException("proof of work: " + most + " hashes (expected: 1000 to 10000000)");
        }
    }
}
