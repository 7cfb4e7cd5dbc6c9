package de.stadttor.desk.appointments;

import de.stadttor.appointments.Appointment;
import de.stadttor.appointments.CatalogueDifference;
import de.stadttor.appointments.CatalogueEdition;
import de.stadttor.appointments.CatalogueImport;
import de.stadttor.appointments.CatalogueImport.Report;
import de.stadttor.desk.IfMatch;
import de.stadttor.people.Caseworker;
import de.stadttor.web.Contract;
import de.stadttor.web.Cursors;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import de.stadttor.web.Received;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The catalogue: out, in, and what each import changed. */
@RestController
@RequestMapping("/api/desk/v1/appointment-catalogue")
final class CatalogueController {

    private static final String FILTER = "editions";

    private final CatalogueImport imports;
    private final Cursors cursors;

    CatalogueController(CatalogueImport imports, Cursors cursors) {
        this.imports = imports;
        this.cursors = cursors;
    }

    @GetMapping
    Mono<ResponseEntity<CatalogueData>> readCatalogue(Caseworker caseworker) {
        return imports.read(caseworker)
                .map(edition -> ResponseEntity.ok()
                        .eTag("\"" + edition.version() + "\"")
                        .body(CatalogueData.of(edition.catalogue())));
    }

    /** The same document twice makes one edition. What is only tried needs no version. */
    @PutMapping
    Mono<ReportView> importCatalogue(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Contract("appointments.yaml#CatalogueData") Received<CatalogueData> data,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        var wanted = data.value().catalogue();
        return (dryRun
                        ? imports.rehearse(caseworker, wanted)
                        : imports.run(caseworker, wanted, IfMatch.version(ifMatch)))
                .map(report -> ReportView.of(report, dryRun));
    }

    @GetMapping("/editions")
    Mono<Page<EditionView>> listCatalogueEditions(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caseworker caseworker) {
        String before = cursors.open(caseworker, FILTER, cursor);
        return Page.of(
                imports.history(caseworker, before == null ? null : Long.valueOf(before), limit.oneMore()),
                limit.value(),
                EditionView::of,
                last -> cursors.close(caseworker, FILTER, Long.toString(last.version())));
    }

    record EditionView(long version, String by, Instant at) {

        static EditionView of(CatalogueEdition edition) {
            return new EditionView(edition.version(), edition.by(), edition.at());
        }
    }

    record ReportView(
            boolean dryRun, long version, List<DifferenceView> differences, List<EffectView.Affected> affected) {

        static ReportView of(Report report, boolean dryRun) {
            return new ReportView(
                    dryRun,
                    report.version(),
                    report.differences().stream().map(DifferenceView::of).toList(),
                    report.affected().stream().map(ReportView::affected).toList());
        }

        private static EffectView.Affected affected(Appointment appointment) {
            return new EffectView.Affected(
                    appointment.id().value(),
                    Integer.toString(appointment.number()),
                    appointment.first().at());
        }
    }

    record DifferenceView(String part, String id, String kind) {

        static DifferenceView of(CatalogueDifference difference) {
            return new DifferenceView(
                    difference.part(), difference.id(), difference.kind().code());
        }
    }
}
