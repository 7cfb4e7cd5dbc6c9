package de.stadttor.citizenapi.zms;

import de.stadttor.appointments.OfficeId;
import de.stadttor.appointments.ServiceId;
import de.stadttor.appointments.Wish;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What a calendar is asked for. */
record ZmsQuery(
        LocalDate from,
        LocalDate until,
        LocalDate slotsFrom,
        LocalDate slotsUntil,
        List<OfficeId> offices,
        List<Wish.Item> items) {

    private static final int MOST_DAYS = 365;

    /** Without days to look at closely, all of them are. */
    static ZmsQuery of(MultiValueMap<String, String> given) {
        LocalDate from = day(given.getFirst("startDate"), ZmsCode.INVALID_START_DATE);
        LocalDate until = day(given.getFirst("endDate"), ZmsCode.INVALID_END_DATE);
        if (until.isBefore(from) || ChronoUnit.DAYS.between(from, until) > MOST_DAYS) {
            throw new ZmsError(ZmsCode.INVALID_END_DATE);
        }
        String slotsFrom = given.getFirst("slotsStartDate");
        String slotsUntil = given.getFirst("slotsEndDate");
        LocalDate closelyFrom = slotsFrom == null ? from : day(slotsFrom, ZmsCode.INVALID_SLOTS_START_DATE);
        LocalDate closelyUntil = slotsUntil == null ? until : day(slotsUntil, ZmsCode.INVALID_SLOTS_END_DATE);
        if (closelyUntil.isBefore(closelyFrom)) {
            throw new ZmsError(ZmsCode.SLOTS_START_AFTER_END);
        }
        List<OfficeId> offices =
                ZmsNumbers.list(text(given, "officeIds"), ZmsNumbers.MOST, ZmsCode.INVALID_OFFICE_ID).stream()
                        .map(OfficeId::new)
                        .distinct()
                        .toList();
        return new ZmsQuery(from, until, closelyFrom, closelyUntil, offices, items(given));
    }

    boolean showsTimes(LocalDate day) {
        return !day.isBefore(slotsFrom) && !day.isAfter(slotsUntil);
    }

    private static List<Wish.Item> items(MultiValueMap<String, String> given) {
        List<Integer> services =
                ZmsNumbers.list(text(given, "serviceIds"), ZmsNumbers.MOST, ZmsCode.INVALID_SERVICE_ID);
        String times = given.getFirst("serviceCounts");
        List<Integer> counts = times == null
                ? services.stream().map(_ -> 1).toList()
                : ZmsNumbers.list(times, ZmsNumbers.MOST_TIMES, ZmsCode.INVALID_SERVICE_COUNT);
        if (services.size() != counts.size()) {
            throw new ZmsError(ZmsCode.MISMATCHED_ARRAYS);
        }
        return IntStream.range(0, services.size())
                .mapToObj(i -> new Wish.Item(new ServiceId(services.get(i)), counts.get(i)))
                .toList();
    }

    private static String text(MultiValueMap<String, String> given, String name) {
        String text = given.getFirst(name);
        return text == null ? "" : text;
    }

    private static LocalDate day(@Nullable String text, ZmsCode code) {
        if (text == null || !text.matches("2\\d{3}-\\d{2}-\\d{2}")) {
            throw new ZmsError(code);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new ZmsError(code);
        }
    }
}
