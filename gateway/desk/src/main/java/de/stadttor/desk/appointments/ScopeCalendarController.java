package de.stadttor.desk.appointments;

import de.stadttor.calendar.CalendarAdministration;
import de.stadttor.calendar.CalendarChange;
import de.stadttor.calendar.Closure;
import de.stadttor.calendar.Edit;
import de.stadttor.calendar.ScopeId;
import de.stadttor.desk.IfMatch;
import de.stadttor.people.Caseworker;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Contract;
import de.stadttor.web.Cursors;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import de.stadttor.web.Received;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hours, closures and what they lead to. Every change can be tried first ({@code dryRun}). */
@RestController
@RequestMapping("/api/desk/v1/scopes/{scope}")
final class ScopeCalendarController {

    private static final int MOST = 10_000;

    private final CalendarAdministration calendar;
    private final Cursors cursors;

    ScopeCalendarController(CalendarAdministration calendar, Cursors cursors) {
        this.calendar = calendar;
        this.cursors = cursors;
    }

    @GetMapping("/availabilities")
    Mono<Page<AvailabilityView>> listAvailabilities(
            @PathVariable ScopeId scope,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caseworker caseworker) {
        return page(
                calendar.availabilities(caseworker, scope).map(AvailabilityView::of),
                each -> each.id().toString(),
                "availabilities of " + scope,
                limit,
                cursor,
                caseworker);
    }

    @PutMapping("/availabilities/{id}")
    Mono<EffectView> saveAvailability(
            @PathVariable ScopeId scope,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Contract("appointments.yaml#AvailabilityData") Received<AvailabilityView.Data> data,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        Long seen = IfMatch.versionOrNull(ifMatch);
        return carryOut(caseworker, scope, new Edit.Save(data.value().availability(id, scope), seen), dryRun);
    }

    @DeleteMapping("/availabilities/{id}")
    Mono<EffectView> removeAvailability(
            @PathVariable ScopeId scope,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        return carryOut(caseworker, scope, new Edit.Remove(id, IfMatch.version(ifMatch)), dryRun);
    }

    @GetMapping("/closures")
    Mono<Page<ClosureView>> listClosures(
            @PathVariable ScopeId scope,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caseworker caseworker) {
        return page(
                calendar.closures(caseworker, scope).map(ClosureView::of),
                each -> each.day().toString(),
                "closures of " + scope,
                limit,
                cursor,
                caseworker);
    }

    @PutMapping("/closures/{day}")
    Mono<EffectView> closeDay(
            @PathVariable ScopeId scope,
            @PathVariable String day,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Contract("appointments.yaml#ClosureData") Received<ClosureData> data,
            Caseworker caseworker) {
        return carryOut(caseworker, scope, new Edit.Close(day(day), data.value().reason()), dryRun);
    }

    @DeleteMapping("/closures/{day}")
    Mono<EffectView> reopenDay(
            @PathVariable ScopeId scope,
            @PathVariable String day,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Caseworker caseworker) {
        return carryOut(caseworker, scope, new Edit.Reopen(day(day)), dryRun);
    }

    @GetMapping("/conflicts")
    Mono<Page<EffectView.Affected>> listConflicts(
            @PathVariable ScopeId scope,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caseworker caseworker) {
        return page(
                calendar.conflicts(caseworker, scope).map(EffectView.Affected::of),
                each -> each.at() + " " + each.number(),
                "conflicts of " + scope,
                limit,
                cursor,
                caseworker);
    }

    @GetMapping("/changes")
    Mono<Page<ChangeView>> listCalendarChanges(
            @PathVariable ScopeId scope,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caseworker caseworker) {
        String filter = "changes of " + scope;
        String before = cursors.open(caseworker, filter, cursor);
        return Page.of(
                calendar.history(caseworker, scope, before == null ? null : UUID.fromString(before), limit.oneMore()),
                limit.value(),
                ChangeView::of,
                last -> cursors.close(caseworker, filter, last.id().toString()));
    }

    private Mono<EffectView> carryOut(Caseworker caseworker, ScopeId scope, Edit edit, boolean dryRun) {
        return (dryRun ? calendar.rehearse(caseworker, scope, edit) : calendar.edit(caseworker, scope, edit))
                .map(effect -> EffectView.of(effect, dryRun));
    }

    /** @param place orders the list, and names where a page ends */
    private <T> Mono<Page<T>> page(
            Flux<T> all,
            Function<T, String> place,
            String filter,
            Limit limit,
            @Nullable String cursor,
            Caseworker caseworker) {
        String after = cursors.open(caseworker, filter, cursor);
        return Page.of(
                all.take(MOST)
                        .filter(each -> after == null || place.apply(each).compareTo(after) > 0)
                        .sort(Comparator.comparing(place))
                        .take(limit.oneMore()),
                limit.value(),
                each -> each,
                last -> cursors.close(caseworker, filter, place.apply(last)));
    }

    private static LocalDate day(String text) {
        try {
            if (text.matches("2\\d{3}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "day");
        }
        throw new BadRequest(BadRequest.Reason.PARAMETER, "day");
    }

    record ClosureData(String reason) {}

    record ClosureView(LocalDate day, String reason) {

        static ClosureView of(Closure closure) {
            return new ClosureView(closure.day(), closure.reason());
        }
    }

    record ChangeView(
            UUID id,
            String what,
            String subject,
            Map<String, String> before,
            Map<String, String> after,
            String by,
            Instant at) {

        static ChangeView of(CalendarChange change) {
            return new ChangeView(
                    change.id(),
                    change.what(),
                    change.subject(),
                    change.before(),
                    change.after(),
                    change.by(),
                    change.at());
        }
    }
}
