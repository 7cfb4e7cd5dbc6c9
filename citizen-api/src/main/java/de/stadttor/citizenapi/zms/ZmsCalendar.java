package de.stadttor.citizenapi.zms;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import de.stadttor.appointments.Bookable;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Days that can be booked, and the times of those that are looked at closely. */
record ZmsCalendar(
        LocalDate startDate,
        LocalDate endDate,
        LocalDate slotsStartDate,
        LocalDate slotsEndDate,
        @Nullable LocalDate prevBookableDate,
        @Nullable LocalDate nextBookableDate,
        List<Day> availableDays) {

    static ZmsCalendar of(ZmsQuery query, Bookable found) {
        var days = found.times().stream().collect(groupingBy(Bookable.Time::day, TreeMap::new, toList()));
        return new ZmsCalendar(
                query.from(),
                query.until(),
                query.slotsFrom(),
                query.slotsUntil(),
                found.previous(),
                found.next(),
                days.entrySet().stream()
                        .map(each -> Day.of(each.getKey(), each.getValue(), query.showsTimes(each.getKey())))
                        .toList());
    }

    /** @param providerIDs numbers of the offices, with commas between */
    record Day(LocalDate date, String providerIDs, List<AtOffice> offices) {

        static Day of(LocalDate date, List<Bookable.Time> times, boolean closely) {
            var offices =
                    times.stream().collect(groupingBy(time -> time.office().value(), TreeMap::new, toList()));
            return new Day(
                    date,
                    offices.keySet().stream().map(id -> Integer.toString(id)).collect(joining(",")),
                    closely
                            ? offices.entrySet().stream()
                                    .map(each -> AtOffice.of(each.getKey(), each.getValue()))
                                    .toList()
                            : List.of());
        }
    }

    /** @param appointments seconds since 1970 */
    record AtOffice(int officeId, List<Long> appointments) {

        static AtOffice of(int office, List<Bookable.Time> times) {
            return new AtOffice(
                    office,
                    times.stream().map(time -> time.at().getEpochSecond()).toList());
        }
    }
}
