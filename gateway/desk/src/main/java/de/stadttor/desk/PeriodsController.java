package de.stadttor.desk;

import de.stadttor.people.Caseworker;
import de.stadttor.ticketing.PeriodAdministration;
import de.stadttor.ticketing.Periods;
import de.stadttor.web.Contract;
import de.stadttor.web.Received;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How long a queue opens closed tickets again, and keeps mails as they came. */
@RestController
@RequestMapping("/api/desk/v1/queues/{key}/periods")
final class PeriodsController {

    private final PeriodAdministration periods;

    PeriodsController(PeriodAdministration periods) {
        this.periods = periods;
    }

    @GetMapping
    Mono<ResponseEntity<PeriodsView>> readPeriods(@PathVariable String key, Caseworker caseworker) {
        return periods.read(caseworker, key).map(PeriodsController::answer);
    }

    @PutMapping
    Mono<ResponseEntity<PeriodsView>> setPeriods(
            @PathVariable String key,
            @Contract("desk.yaml#Periods") Received<PeriodsView> wanted,
            @RequestHeader HttpHeaders headers,
            Caseworker caseworker) {
        PeriodsView days = wanted.value();
        return periods.change(caseworker, key, IfMatch.version(headers), days.reopenDays(), days.originalsDays())
                .map(PeriodsController::answer);
    }

    private static ResponseEntity<PeriodsView> answer(Periods periods) {
        return ResponseEntity.ok()
                .eTag("\"" + periods.version() + "\"")
                .body(new PeriodsView(periods.reopen(), periods.originals()));
    }

    record PeriodsView(int reopenDays, int originalsDays) {}
}
