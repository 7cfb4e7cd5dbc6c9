package de.stadttor.citizenapi.appointments;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import de.stadttor.appointments.Bookable;
import de.stadttor.appointments.BookableTimes;
import de.stadttor.appointments.OfficeId;
import de.stadttor.appointments.ServiceId;
import de.stadttor.appointments.Wish;
import de.stadttor.web.BadRequest;
import de.stadttor.web.EntityTag;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** All days and times of a calendar, and the nearest beyond it, in one answer. */
@RestController
final class AvailabilityController {

    private static final Pattern SERVICES =
            Pattern.compile("[1-9]\\d{0,8}(:[1-9]\\d?)?(,[1-9]\\d{0,8}(:[1-9]\\d?)?){0,19}");
    private static final Pattern OFFICES = Pattern.compile("[1-9]\\d{0,8}(,[1-9]\\d{0,8}){0,49}");
    private static final Pattern DAY = Pattern.compile("2\\d{3}-\\d{2}-\\d{2}");
    private static final int MOST_DAYS = 366;

    private final BookableTimes times;
    private final EntityTag tags;

    AvailabilityController(BookableTimes times, EntityTag tags) {
        this.times = times;
        this.tags = tags;
    }

    /** Empty after 304. */
    @GetMapping("/api/citizen/v1/availability")
    Mono<Calendar> readAvailability(
            @RequestParam String services,
            @RequestParam(required = false) @Nullable String offices,
            @RequestParam String from,
            @RequestParam String to,
            ServerWebExchange exchange) {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "to");
        }
        return times.find(services(services), offices(offices), first, last)
                .map(found -> Calendar.of(first, last, found))
                .filter(view -> !exchange.checkNotModified(tags.of(view)));
    }

    private static List<Wish.Item> services(String text) {
        return Arrays.stream(parts("services", text, SERVICES))
                .map(part -> part.split(":"))
                .map(part -> new Wish.Item(ServiceId.of(part[0]), part.length == 1 ? 1 : Integer.parseInt(part[1])))
                .toList();
    }

    private static List<OfficeId> offices(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(parts("offices", text, OFFICES))
                        .map(OfficeId::of)
                        .distinct()
                        .toList();
    }

    private static String[] parts(String name, String text, Pattern pattern) {
        if (!pattern.matcher(text).matches()) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, name);
        }
        return text.split(",");
    }

    private static LocalDate day(String name, String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, name);
        }
        throw new BadRequest(BadRequest.Reason.PARAMETER, name);
    }

    /** @param previous null when there is nothing before, like {@code next} */
    record Calendar(
            LocalDate from,
            LocalDate to,
            @Nullable LocalDate previous,
            @Nullable LocalDate next,
            List<Day> days) {

        static Calendar of(LocalDate from, LocalDate to, Bookable found) {
            var days = found.times().stream().collect(groupingBy(Bookable.Time::day, TreeMap::new, toList()));
            return new Calendar(
                    from,
                    to,
                    found.previous(),
                    found.next(),
                    days.entrySet().stream()
                            .map(each -> Day.of(each.getKey(), each.getValue()))
                            .toList());
        }
    }

    record Day(LocalDate date, List<AtOffice> offices) {

        static Day of(LocalDate date, List<Bookable.Time> times) {
            var offices =
                    times.stream().collect(groupingBy(time -> time.office().value(), TreeMap::new, toList()));
            return new Day(
                    date,
                    offices.entrySet().stream()
                            .map(each -> AtOffice.of(each.getKey(), each.getValue()))
                            .toList());
        }
    }

    /** @param zone the office's, by which its times are to be shown */
    record AtOffice(int office, String zone, List<Instant> times) {

        static AtOffice of(int office, List<Bookable.Time> times) {
            return new AtOffice(
                    office,
                    times.getFirst().zone().getId(),
                    times.stream().map(Bookable.Time::at).toList());
        }
    }
}
