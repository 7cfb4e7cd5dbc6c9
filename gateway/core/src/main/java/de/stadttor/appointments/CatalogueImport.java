package de.stadttor.appointments;

import de.stadttor.calendar.SlotUpkeep;
import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Decision;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes a whole catalogue in place of the one before. What the new one lacks can be booked no longer; appointments that
 * were made keep what they booked, and are listed.
 */
public final class CatalogueImport {

    private static final int MOST_AFFECTED = 1000;

    private final CurrentCatalogue current;
    private final CatalogueEditions editions;
    private final Appointments appointments;
    private final SlotUpkeep upkeep;
    private final Clock clock;

    public CatalogueImport(
            CurrentCatalogue current,
            CatalogueEditions editions,
            Appointments appointments,
            SlotUpkeep upkeep,
            Clock clock) {
        this.current = current;
        this.editions = editions;
        this.appointments = appointments;
        this.upkeep = upkeep;
        this.clock = clock;
    }

    public Mono<CatalogueEdition> read(Caseworker caseworker) {
        return Decision.ofAdministrator(caseworker).then(current.edition());
    }

    /** The newest first. */
    public Flux<CatalogueEdition> history(Caseworker caseworker, @Nullable Long before, int limit) {
        return Decision.ofAdministrator(caseworker).thenMany(editions.list(before, limit));
    }

    /** What an import would change, and changes nothing. */
    public Mono<Report> rehearse(Caseworker caseworker, Catalogue wanted) {
        return Decision.ofAdministrator(caseworker)
                .then(current.edition())
                .flatMap(before -> report(before, wanted, before.version()))
                .checkpoint("rehearse an import");
    }

    /**
     * An import that changes nothing makes no edition.
     *
     * @param seen version of the edition that it replaces; refused when there is another by now
     */
    public Mono<Report> run(Caseworker caseworker, Catalogue wanted, long seen) {
        return Decision.ofAdministrator(caseworker)
                .then(current.edition())
                .doOnNext(before -> Decision.unstale(before.version(), seen))
                .flatMap(before -> before.catalogue().equals(wanted)
                        ? report(before, wanted, before.version())
                        : replace(before, wanted, caseworker.reference()))
                .checkpoint("import a catalogue");
    }

    private Mono<Report> replace(CatalogueEdition before, Catalogue wanted, String by) {
        long next = before.version() + 1;
        return report(before, wanted, next)
                .delayUntil(_ -> editions.add(new CatalogueEdition(next, wanted, by, clock.instant()))
                        .flatMap(added ->
                                added ? Mono.empty() : Mono.error(() -> new Refused(new Refusal.StaleVersion(next)))))
                .delayUntil(_ -> Flux.fromIterable(wanted.scopes())
                        .concatMap(scope -> upkeep.refresh(scope.calendar()))
                        .then());
    }

    private Mono<Report> report(CatalogueEdition before, Catalogue wanted, long version) {
        CatalogueCheck.refuseFaults(wanted);
        return appointments
                .after(clock.instant())
                .filter(appointment -> !isOffered(appointment, wanted))
                .take(MOST_AFFECTED)
                .collectList()
                .map(affected ->
                        new Report(version, CatalogueDifference.between(before.catalogue(), wanted), affected));
    }

    /** Under the name and at the address that the citizen was told. */
    private static boolean isOffered(Appointment appointment, Catalogue catalogue) {
        Office office = appointment.office();
        return catalogue.scope(appointment.scope()) != null
                && office.equals(catalogue.office(office.id()))
                && catalogue
                        .offers(office.id())
                        .keySet()
                        .containsAll(appointment.services().stream()
                                .map(BookedService::id)
                                .toList());
    }

    /**
     * What an import does.
     *
     * @param version of the edition that counts then
     * @param affected appointments ahead of whose office or services it changes something
     */
    public record Report(long version, List<CatalogueDifference> differences, List<Appointment> affected) {

        public Report {
            differences = List.copyOf(differences);
            affected = List.copyOf(affected);
        }
    }
}
