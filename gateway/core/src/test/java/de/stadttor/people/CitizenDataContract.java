package de.stadttor.people;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.people.VerifiedDatum.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link CitizenData} promises. */
public interface CitizenDataContract {

    Ports ports();

    @Test
    default void keepsOfEachKindAndTrustTheNewest() {
        var citizen = somebody();
        learn(citizen, datum(Kind.SURNAME, "Alt", AssuranceLevel.HIGH));
        learn(citizen, datum(Kind.SURNAME, "Neu", AssuranceLevel.HIGH));
        assertThat(known(citizen)).extracting(VerifiedDatum::value).containsExactly("Neu");
    }

    @Test
    default void letsAWeakLoginNotReplaceWhatAStrongOneProved() {
        var citizen = somebody();
        var proven = datum(Kind.SURNAME, "Hoch", AssuranceLevel.HIGH);
        var stated = datum(Kind.SURNAME, "Beliebig", AssuranceLevel.BASIC);
        learn(citizen, proven);
        learn(citizen, stated);
        assertThat(known(citizen)).containsExactly(proven, stated);
    }

    @Test
    default void tellsCitizensApart() {
        var citizen = somebody();
        learn(citizen, datum(Kind.MAIL, "a@example.org", AssuranceLevel.BASIC));
        assertThat(known(somebody())).isEmpty();
    }

    private CitizenId somebody() {
        return new CitizenId(ports().ids().next());
    }

    private VerifiedDatum datum(Kind kind, String value, AssuranceLevel trust) {
        return new VerifiedDatum(kind, value, trust, ports().clock().instant());
    }

    private void learn(CitizenId citizen, VerifiedDatum datum) {
        ports().unitOfWork()
                .commit(() -> ports().citizenData().learn(citizen, List.of(datum)))
                .block();
    }

    private List<VerifiedDatum> known(CitizenId citizen) {
        return ports().citizenData().of(citizen).collectList().block();
    }
}
