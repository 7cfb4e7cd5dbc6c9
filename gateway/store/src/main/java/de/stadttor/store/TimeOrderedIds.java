package de.stadttor.store;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import de.stadttor.events.Ids;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** UUIDv7: later ids are greater, within a millisecond too, so that they order what one process makes. */
@Component
final class TimeOrderedIds implements Ids {

    private final NoArgGenerator generator = Generators.timeBasedEpochGenerator();

    @Override
    public UUID next() {
        return generator.generate();
    }
}
