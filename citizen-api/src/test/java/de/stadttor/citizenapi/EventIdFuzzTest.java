package de.stadttor.citizenapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import de.stadttor.live.Resumption;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.people.CitizenId;
import de.stadttor.seals.Seal;
import java.time.Instant;
import java.util.UUID;

/** Replays what fuzzing has found, and fuzzes when the environment says {@code JAZZER_FUZZ=1}. */
class EventIdFuzzTest {

    private static final EventIds IDS = new EventIds(purpose -> Seal.derive(new byte[32], purpose));

    @FuzzTest(maxDuration = "60s")
    void goesOnOnlyAfterAnIdOfTheSameCitizen(FuzzedDataProvider data) {
        Citizen one = citizen(data.consumeLong());
        Citizen other = citizen(one.id().value().getMostSignificantBits() + 1);
        long position = data.consumeLong();
        String id = IDS.id(one, position);

        assertThat(IDS.resumption(one, id)).isEqualTo(new Resumption.After(position));
        assertThat(IDS.resumption(other, id)).isEqualTo(new Resumption.Unknown());
    }

    @FuzzTest(maxDuration = "60s")
    void knowsNoIdThatItDidNotGive(FuzzedDataProvider data) {
        String id = data.consumeRemainingAsString();

        assertThat(IDS.resumption(citizen(1), id))
                .isEqualTo(id.isEmpty() ? new Resumption.Now() : new Resumption.Unknown());
    }

    private static Citizen citizen(long number) {
        return new Citizen(new CitizenId(new UUID(number, 0)), AssuranceLevel.BASIC, null, null, Instant.MAX);
    }
}
