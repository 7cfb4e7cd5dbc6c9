package de.stadttor.calls;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.ticketing.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What all {@link CallRulebook}s promise. */
public interface CallRulebookContract {

    Ports ports();

    @Test
    default void givesRulesBackAsTheyWerePutAndTakesTheNextVersionOnly() {
        long before = ports().callRulebook()
                .read()
                .map(CallRules::version)
                .blockOptional()
                .orElse(0L);
        CallRules next = rules(before + 1);
        assertThat(ports().callRulebook().put(rules(before + 2)).block()).isFalse();
        assertThat(ports().callRulebook().put(next).block()).isTrue();
        assertThat(ports().callRulebook().read().block()).isEqualTo(next);
        assertThat(ports().callRulebook().put(next).block()).isFalse();
    }

    private static CallRules rules(long version) {
        var when = new CallRule.When(
                CallDirection.INBOUND, Set.of("buergertelefon"), true, 10, null, Set.of("Wespe"), false);
        return new CallRules(
                List.of(new CallRule("Nest", true, when, new CallRule.Then("umwelt", Priority.HIGH))),
                new CallRules.Missed(true, "umwelt", Map.of("steuern", "kasse"), Duration.ofHours(4), Priority.LOW),
                version);
    }
}
