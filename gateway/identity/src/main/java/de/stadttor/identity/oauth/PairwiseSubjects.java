package de.stadttor.identity.oauth;

import de.stadttor.grants.ClientId;
import de.stadttor.people.CitizenId;
import de.stadttor.seals.Seal;
import de.stadttor.seals.SealMaker;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * A citizen's name for one application (OpenID Connect Core 1.0, section 8.1): always the same there, another one
 * elsewhere, so that two applications cannot tell from their tokens that they serve the same person.
 */
@Component
final class PairwiseSubjects {

    private final Seal seal;

    PairwiseSubjects(SealMaker seals) {
        this.seal = seals.seal("pairwise-subject");
    }

    String of(CitizenId citizen, ClientId client) {
        byte[] both = (client + "\0" + citizen).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal.code(both));
    }
}
