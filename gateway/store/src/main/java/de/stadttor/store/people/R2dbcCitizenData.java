package de.stadttor.store.people;

import static de.stadttor.store.Columns.utc;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenData;
import de.stadttor.people.CitizenId;
import de.stadttor.people.VerifiedDatum;
import de.stadttor.store.Columns;
import de.stadttor.store.Rows;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcCitizenData implements CitizenData {

    private final DatabaseClient database;

    R2dbcCitizenData(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> learn(CitizenId citizen, List<VerifiedDatum> data) {
        return Rows.of("""
            INSERT INTO citizen_datum (citizen, kind, trust, value, learned_at) VALUES %s
                ON DUPLICATE KEY UPDATE value = VALUES(value), learned_at = VALUES(learned_at)
            """, data.stream().map(datum -> row(citizen, datum)).toList())
                .write(database);
    }

    private static Object[] row(CitizenId citizen, VerifiedDatum datum) {
        return new Object[] {
            citizen.value(), datum.kind().name(), datum.trust().code(), datum.value(), utc(datum.learnedAt())
        };
    }

    @Override
    public Flux<VerifiedDatum> of(CitizenId citizen) {
        return database.sql("""
            SELECT * FROM citizen_datum WHERE citizen = :citizen
             ORDER BY kind, FIELD(trust, 'high', 'substantial', 'low', 'basic')
            """)
                .bind("citizen", citizen.value())
                .map(R2dbcCitizenData::datum)
                .all();
    }

    private static VerifiedDatum datum(Readable row) {
        return new VerifiedDatum(
                VerifiedDatum.Kind.valueOf(Columns.text(row, "kind")),
                Columns.text(row, "value"),
                AssuranceLevel.of(Columns.text(row, "trust")),
                Columns.instant(row, "learned_at"));
    }
}
