package de.stadttor.channels.form.open311;

import de.stadttor.civic.PublicRequests.Window;
import de.stadttor.ticketing.TicketNumber;
import de.stadttor.ticketing.TicketState;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What a client of {@code GET requests} looks for: within 90 days, and at most 1000 at once. */
record Search(Parameters given) {

    private static final Duration WINDOW = Duration.ofDays(90);
    private static final int MOST = 1000;
    private static final int MOST_PAGES = 1000;
    private static final int MOST_NUMBERS = 100;

    /** Ids override everything else; one that cannot be of ours finds nothing. Empty when none was given. */
    List<TicketNumber> numbers() {
        String ids = given.text("service_request_id");
        List<String> named = ids == null ? List.of() : list(ids).toList();
        if (named.size() > MOST_NUMBERS) {
            throw wrong("service_request_id");
        }
        List<TicketNumber> numbers =
                named.stream().map(Search::number).filter(Objects::nonNull).toList();
        if (numbers.isEmpty() && ids != null) {
            throw new GeoReportError(HttpStatus.NOT_FOUND, "request-unknown", "");
        }
        return numbers;
    }

    static @Nullable TicketNumber number(String text) {
        try {
            return TicketNumber.of(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    Window window(Instant now) {
        Instant asked = instant("start_date");
        Instant end = instant("end_date");
        Instant until = end == null ? (asked == null ? now : asked.plus(WINDOW)) : end;
        Instant from = asked == null ? until.minus(WINDOW) : asked;
        if (from.isAfter(until) || Duration.between(from, until).compareTo(WINDOW) > 0) {
            throw wrong("start_date");
        }
        int size = number("page_size", MOST, MOST);
        int page = number("page", 1, MOST_PAGES);
        return new Window(codes(), from, until, states(), (page - 1) * size, size);
    }

    private Set<String> codes() {
        String codes = given.text("service_code");
        return codes == null ? Set.of() : new HashSet<>(list(codes).toList());
    }

    private Set<TicketState> states() {
        String asked = given.text("status");
        Set<TicketState> states = EnumSet.noneOf(TicketState.class);
        list(asked == null ? "open,closed" : asked).forEach(status -> {
            switch (status.toLowerCase(Locale.ROOT)) {
                case "open" -> states.addAll(EnumSet.complementOf(EnumSet.of(TicketState.CLOSED)));
                case "closed" -> states.add(TicketState.CLOSED);
                default -> throw wrong("status");
            }
        });
        return states;
    }

    private @Nullable Instant instant(String name) {
        String text = given.text(name);
        try {
            // A client that does not escape the plus sign of a zone sends a blank.
            return text == null
                    ? null
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw wrong(name);
        }
    }

    private int number(String name, int otherwise, int most) {
        String text = given.text(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > most) {
            throw wrong(name);
        }
        return Integer.parseInt(text);
    }

    private static Stream<String> list(String commas) {
        return Arrays.stream(commas.split(",")).map(String::strip).filter(each -> !each.isEmpty());
    }

    private static GeoReportError wrong(String name) {
        return new GeoReportError(HttpStatus.BAD_REQUEST, "wrong", name);
    }
}
