package de.stadttor.citizenapi;

import de.stadttor.live.Resumption;
import de.stadttor.people.Citizen;
import de.stadttor.seals.BrokenSeal;
import de.stadttor.seals.Seal;
import de.stadttor.seals.SealMaker;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ids of events: positions in the citizen's feed, sealed for that citizen alone. */
@Component
final class EventIds {

    private final Seal seal;

    EventIds(SealMaker seals) {
        this.seal = seals.seal("event-ids");
    }

    String id(Citizen citizen, long position) {
        return seal.close(
                citizen.reference(),
                ByteBuffer.allocate(Long.BYTES).putLong(position).array());
    }

    /** Where a client that names its last event wants to go on. */
    Resumption resumption(Citizen citizen, @Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return new Resumption.Now();
        }
        try {
            byte[] position = seal.open(citizen.reference(), lastEventId);
            return position.length == Long.BYTES
                    ? new Resumption.After(ByteBuffer.wrap(position).getLong())
                    : new Resumption.Unknown();
        } catch (BrokenSeal e) {
            return new Resumption.Unknown();
        }
    }
}
