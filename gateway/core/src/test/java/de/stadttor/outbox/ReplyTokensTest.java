package de.stadttor.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.seals.Seal;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ReplyTokensTest {

    private static final UUID DELIVERY = UUID.fromString("0192f0c1-2b3c-7d4e-8f50-61728394a5b6");
    private final ReplyTokens tokens = new ReplyTokens(Seal.derive(new byte[32], "reply"));

    @RepeatedTest(20)
    void findsTheDeliveryThatATokenWasMadeFor() {
        UUID delivery = UUID.randomUUID();

        assertThat(tokens.delivery(tokens.token(delivery))).contains(delivery);
    }

    @Test
    void doesNotMindWhatAMailServerMakesOfTheCase() {
        assertThat(tokens.delivery(tokens.token(DELIVERY).toUpperCase(Locale.ROOT)))
                .contains(DELIVERY);
    }

    @Test
    void leavesRoomForANameInTheLocalPart() {
        assertThat(tokens.token(DELIVERY)).hasSize(ReplyTokens.LENGTH).matches("[0-9a-v]{40}");
    }

    @RepeatedTest(40)
    void knowsNoTokenThatWasChangedAnywhere() {
        var random = new Random();
        char[] token = tokens.token(DELIVERY).toCharArray();
        int place = random.nextInt(token.length);
        token[place] = token[place] == 'u' ? 'v' : 'u';

        assertThat(tokens.delivery(new String(token))).isEmpty();
    }

    @Test
    void knowsNoTokenOfAnotherInstallation() {
        var others = new ReplyTokens(Seal.derive(new byte[33], "reply"));

        assertThat(tokens.delivery(others.token(DELIVERY))).isEmpty();
    }

    @Test
    void knowsNothingThatIsNoToken() {
        assertThat(tokens.delivery("")).isEmpty();
        assertThat(tokens.delivery("u".repeat(ReplyTokens.LENGTH))).isEmpty();
    }
}
