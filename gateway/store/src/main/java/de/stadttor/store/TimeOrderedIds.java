package de.stadttor.store;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import de.stadttor.events.Ids;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** UUIDv7: later ids are greater, so that inserts go to the end of an index. */
@Component
final class TimeOrderedIds implements Ids {

    private final NoArgGenerator generator = Generators.timeBasedEpochRandomGenerator();

    @Override
    public UUID next() {
        return generator.generate();
    }
}
