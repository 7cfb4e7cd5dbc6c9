package de.stadttor.saml.login;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.saml.AssuranceLevel;
import de.stadttor.saml.TickingClock;
import org.junit.jupiter.api.Test;

class InMemoryPendingLoginsTest implements PendingLoginsContract {

    private final TickingClock clock = new TickingClock();

    @Override
    public TickingClock clock() {
        return clock;
    }

    @Override
    public PendingLogins pending() {
        return new InMemoryPendingLogins(clock, 2);
    }

    @Test
    void givesUpTheOldestWhenThereIsNoRoom() {
        var pending = pending();
        for (String key : new String[] {"first", "second", "third"}) {
            pending.save(new PendingKey(key), login()).block();
        }

        assertThat(pending.take(new PendingKey("first")).block()).isNull();
        assertThat(pending.take(new PendingKey("third")).block()).isNotNull();
    }

    private PendingLogin login() {
        var now = clock.instant();
        return new PendingLogin("_id", "bayernid", AssuranceLevel.LOW, now, now.plusSeconds(60), "b", "/", "");
    }
}
