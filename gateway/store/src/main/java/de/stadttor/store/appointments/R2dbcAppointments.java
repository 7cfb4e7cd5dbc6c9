package de.stadttor.store.appointments;

import de.stadttor.appointments.Appointment;
import de.stadttor.appointments.AppointmentId;
import de.stadttor.appointments.Appointments;
import de.stadttor.appointments.Contact;
import de.stadttor.appointments.Secrets;
import de.stadttor.calendar.Occupants;
import de.stadttor.calendar.ScopeId;
import de.stadttor.people.CitizenId;
import de.stadttor.seals.Sha256;
import de.stadttor.store.Columns;
import de.stadttor.store.Json;
import de.stadttor.store.Races;
import de.stadttor.store.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
final class R2dbcAppointments implements Appointments, Occupants {

    /** No appointment is longer: whoever has a place at noon began after the midnight before. */
    private static final Duration LONGEST = Duration.ofHours(14);

    private final DatabaseClient database;

    R2dbcAppointments(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(Appointment appointment, Secrets.Hashes hashes) {
        return changed(database.sql("""
            INSERT INTO appointment (id, number, scope, office, services, at, minutes, length, share, state, held_until,
                                     holding, contact, email_hash, citizen, sequence, created_at, changed_at,
                                     session_hash, activation_hash, manage_hash)
            VALUES (:id, :number, :scope, :office, :services, :at, :minutes, :length, :share, :state, :until,
                    :holding, :contact, :emailHash, :citizen, :sequence, :createdAt, :changedAt,
                    :session, :activation, :manage)
            """), appointment)
                .bind("number", appointment.number())
                .bind("office", Json.write(appointment.office()))
                .bind("services", Json.write(appointment.services()))
                .bind("share", appointment.share().name().toLowerCase(Locale.ROOT))
                .bind("citizen", Columns.nullable(citizen(appointment), UUID.class))
                .bind("createdAt", Columns.utc(appointment.createdAt()))
                .bind("session", hashes.session())
                .bind("activation", hashes.activation())
                .bind("manage", hashes.manage())
                .then()
                .onErrorMap(Races::duplicate, _ -> new NumberTaken());
    }

    @Override
    public Mono<Appointment> hold(AppointmentId id) {
        return database.sql("UPDATE appointment SET holds = holds + 1 WHERE id = :id")
                .bind("id", id.value())
                .then()
                .then(find(id));
    }

    @Override
    public Mono<Void> change(Appointment appointment) {
        return changed(database.sql("""
            UPDATE appointment
               SET scope = :scope, at = :at, minutes = :minutes, length = :length, state = :state, held_until = :until,
                   holding = :holding, contact = :contact, email_hash = :emailHash, sequence = :sequence,
                   changed_at = :changedAt
             WHERE id = :id
            """), appointment).then();
    }

    private static GenericExecuteSpec changed(GenericExecuteSpec statement, Appointment appointment) {
        Contact contact = appointment.contact();
        Instant until = appointment.until();
        return statement
                .bind("id", appointment.id().value())
                .bind("scope", appointment.scope().value())
                .bind("at", Columns.utc(appointment.first().at()))
                .bind("minutes", appointment.first().minutes())
                .bind("length", appointment.length())
                .bind("state", appointment.state().code())
                .bind("until", Columns.nullable(until == null ? null : Columns.utc(until), LocalDateTime.class))
                .bind("holding", appointment.holding())
                .bind("contact", Columns.nullable(contact == null ? null : Json.write(contact), String.class))
                .bind(
                        "emailHash",
                        Columns.nullable(AppointmentRows.hash(contact == null ? null : contact.email()), String.class))
                .bind("sequence", appointment.sequence())
                .bind("changedAt", Columns.utc(appointment.changedAt()));
    }

    @Override
    public Mono<Appointment> find(AppointmentId id) {
        return database.sql("SELECT * FROM appointment WHERE id = :id")
                .bind("id", id.value())
                .map(AppointmentRows::appointment)
                .one();
    }

    @Override
    public Mono<AppointmentId> find(int number) {
        return database.sql("SELECT id FROM appointment WHERE number = :number")
                .bind("number", number)
                .map(row -> new AppointmentId(Columns.uuid(row, "id")))
                .one();
    }

    @Override
    public Mono<Secrets.Hashes> hashes(AppointmentId id) {
        return database.sql("SELECT session_hash, activation_hash, manage_hash FROM appointment WHERE id = :id")
                .bind("id", id.value())
                .map(row -> new Secrets.Hashes(
                        Columns.text(row, "session_hash"),
                        Columns.text(row, "activation_hash"),
                        Columns.text(row, "manage_hash")))
                .one();
    }

    @Override
    public Flux<Appointment> leftOver(Collection<ScopeId> scopes, Instant now, int limit) {
        return database.sql("""
            SELECT * FROM appointment
             WHERE holding = TRUE AND held_until <= :now AND scope IN (:scopes)
             ORDER BY held_until LIMIT :limit
            """)
                .bind("now", Columns.utc(now))
                .bind("scopes", scopes.stream().map(ScopeId::value).toList())
                .bind("limit", limit)
                .map(AppointmentRows::appointment)
                .all();
    }

    @Override
    public Flux<Appointment> leftOver(Instant now, int limit) {
        return database.sql("""
            SELECT * FROM appointment WHERE holding = TRUE AND held_until <= :now ORDER BY held_until LIMIT :limit
            """)
                .bind("now", Columns.utc(now))
                .bind("limit", limit)
                .map(AppointmentRows::appointment)
                .all();
    }

    @Override
    public Flux<Appointment> after(Instant now) {
        return database.sql("SELECT * FROM appointment WHERE state = 'confirmed' AND at > :now ORDER BY at")
                .bind("now", Columns.utc(now))
                .map(AppointmentRows::appointment)
                .all();
    }

    @Override
    public Flux<Appointment> of(CitizenId citizen, @Nullable AppointmentId before, int limit) {
        String earlier = before == null ? "" : "AND id < :before";
        var query = database.sql("""
            SELECT * FROM appointment
             WHERE citizen = :citizen AND state = 'confirmed' %s ORDER BY id DESC LIMIT :limit
            """.formatted(earlier))
                .bind("citizen", citizen.value())
                .bind("limit", limit);
        return (before == null ? query : query.bind("before", before.value()))
                .map(AppointmentRows::appointment)
                .all();
    }

    @Override
    public Mono<Long> ahead(
            ScopeId scope, @Nullable CitizenId citizen, @Nullable String email, AppointmentId but, Instant now) {
        String address = AppointmentRows.hash(email);
        UUID person = citizen == null ? null : citizen.value();
        return countAlone(scope, address, person)
                .then(database.sql("""
                    SELECT COUNT(*) AS ahead FROM appointment
                     WHERE scope = :scope AND (email_hash = :email OR citizen = :citizen) AND id <> :but AND at > :now
                       AND (state = 'confirmed' OR (state = 'preconfirmed' AND held_until > :now))
                    """)
                        .bind("scope", scope.value())
                        .bind("email", Columns.nullable(address, String.class))
                        .bind("citizen", Columns.nullable(person, UUID.class))
                        .bind("but", but.value())
                        .bind("now", Columns.utc(now))
                        .map(row -> Columns.number(row, "ahead"))
                        .one());
    }

    private Mono<Void> countAlone(ScopeId scope, @Nullable String address, @Nullable UUID person) {
        List<Object[]> rows = Stream.of(address, person == null ? null : Sha256.hex(person.toString()))
                .filter(Objects::nonNull)
                .sorted()
                .map(hash -> new Object[] {scope.value(), hash, 1L})
                .toList();
        return Rows.of("""
            INSERT INTO appointment_claimant (scope, hash, counts) VALUES %s
                ON DUPLICATE KEY UPDATE counts = counts + 1
            """, rows).write(database);
    }

    @Override
    public Flux<Occupant> between(ScopeId scope, Instant from, Instant until) {
        return database.sql("""
            SELECT id, number, at, minutes, length, created_at FROM appointment
             WHERE scope = :scope AND at >= :from AND at < :until AND holding = TRUE ORDER BY at, id
            """)
                .bind("scope", scope.value())
                .bind("from", Columns.utc(from.minus(LONGEST)))
                .bind("until", Columns.utc(until))
                .map(row -> new Occupant(
                        Columns.uuid(row, "id"),
                        Integer.toString(AppointmentRows.number(row, "number")),
                        AppointmentRows.first(row),
                        AppointmentRows.number(row, "length"),
                        Columns.instant(row, "created_at")))
                .all();
    }

    private static @Nullable UUID citizen(Appointment appointment) {
        CitizenId citizen = appointment.citizen();
        return citizen == null ? null : citizen.value();
    }
}
