package de.stadttor.store.people;

import static de.stadttor.store.Columns.utc;

import de.stadttor.events.Ids;
import de.stadttor.people.CitizenId;
import de.stadttor.people.Citizens;
import de.stadttor.people.Identity;
import de.stadttor.store.Columns;
import de.stadttor.store.Rows;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
final class R2dbcCitizens implements Citizens {

    private static final String BAYERNID = "bayernid";

    private final DatabaseClient database;
    private final Ids ids;
    private final Clock clock;

    R2dbcCitizens(DatabaseClient database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<CitizenId> recognize(Identity identity) {
        return switch (identity) {
            case Identity.Own(var citizen) -> registered(citizen);
            case Identity.BayernId(var host, var bpk2) -> known(new Pseudonym(BAYERNID, host, bpk2));
            case Identity.Foreign(var provider, var host, var pseudonym) ->
                known(new Pseudonym(provider, host, pseudonym));
        };
    }

    @Override
    public Mono<List<CitizenId>> newGuests(int count) {
        return Mono.fromSupplier(() -> Stream.generate(() -> new CitizenId(ids.next()))
                        .limit(count)
                        .toList())
                .delayUntil(guests -> insert(guests, true));
    }

    private Mono<CitizenId> known(Pseudonym pseudonym) {
        return find(pseudonym).switchIfEmpty(Mono.defer(() -> register(pseudonym)));
    }

    private Mono<CitizenId> registered(CitizenId citizen) {
        return database.sql("SELECT id FROM citizen WHERE id = :id AND NOT guest")
                .bind("id", citizen.value())
                .map(row -> new CitizenId(Columns.uuid(row, "id")))
                .one();
    }

    private Mono<CitizenId> find(Pseudonym pseudonym) {
        return database.sql("""
            SELECT citizen FROM citizen_identity
             WHERE scheme = :scheme AND host = :host AND subject = :subject
            """)
                .bind("scheme", pseudonym.provider())
                .bind("host", pseudonym.host())
                .bind("subject", pseudonym.subject())
                .map(row -> new CitizenId(Columns.uuid(row, "citizen")))
                .one();
    }

    /**
     * Two first logins at once make one citizen: the second finds what the first registered. A duplicate is no error
     * here, since the driver would log its message, and with it the pseudonym.
     */
    private Mono<CitizenId> register(Pseudonym pseudonym) {
        return Mono.defer(() -> {
            var citizen = new CitizenId(ids.next());
            return identify(pseudonym, citizen)
                    .then(find(pseudonym))
                    .delayUntil(
                            registered -> registered.equals(citizen) ? insert(List.of(citizen), false) : Mono.empty());
        });
    }

    private Mono<Void> identify(Pseudonym pseudonym, CitizenId citizen) {
        return database.sql("""
            INSERT INTO citizen_identity (scheme, host, subject, citizen)
            VALUES (:scheme, :host, :subject, :citizen)
                ON DUPLICATE KEY UPDATE host = host
            """)
                .bind("scheme", pseudonym.provider())
                .bind("host", pseudonym.host())
                .bind("subject", pseudonym.subject())
                .bind("citizen", citizen.value())
                .then();
    }

    private Mono<Void> insert(List<CitizenId> citizens, boolean guest) {
        var now = utc(clock.instant());
        return Rows.of(
                        "INSERT INTO citizen (id, guest, created_at) VALUES %s",
                        citizens.stream()
                                .map(citizen -> new Object[] {citizen.value(), guest, now})
                                .toList())
                .write(database);
    }

    private record Pseudonym(String provider, String host, String subject) {}
}
