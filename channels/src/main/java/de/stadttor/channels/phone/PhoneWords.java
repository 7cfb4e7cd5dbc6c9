package de.stadttor.channels.phone;

import de.stadttor.calls.Call;
import de.stadttor.calls.CallDirection;
import de.stadttor.calls.CallWording;
import de.stadttor.calls.Course;
import de.stadttor.calls.Piece;
import de.stadttor.calls.Turn;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.TicketNumber;
import de.stadttor.web.Language;
import de.stadttor.web.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls in German, the language of the desk. */
@Component
final class PhoneWords implements CallWording {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm", Locale.GERMAN).withZone(ZoneId.of("Europe/Berlin"));

    private final Texts texts;
    private final Masking masking;

    PhoneWords(Texts texts, Masking masking) {
        this.texts = texts;
        this.masking = masking;
        time(Instant.EPOCH); // how times are written is read from files: before the first request needs it
    }

    @Override
    public String subject(Call call) {
        return text("phone.subject", time(began(call)));
    }

    @Override
    public String opening(Call call) {
        boolean outbound = call.course().direction() == CallDirection.OUTBOUND;
        return text(outbound ? "phone.outbound" : "phone.inbound", time(began(call))) + facts(call);
    }

    @Override
    public String moved(Call call, TicketNumber from) {
        return opening(call) + "\n" + text("phone.moved", from.toString());
    }

    @Override
    public String callBack(Call call) {
        Call.CallBack wish = Objects.requireNonNull(call.callBack());
        return text("phone.call-back", String.valueOf(call.course().from()), time(wish.by())) + facts(call);
    }

    private static Instant began(Call call) {
        Instant started = call.course().startedAt();
        return started == null ? call.heardAt() : started;
    }

    private String facts(Call call) {
        Course course = call.course();
        var lines = new StringBuilder();
        line(lines, "phone.from", Objects.requireNonNullElse(course.from(), text("phone.unknown")));
        line(lines, "phone.to", course.to());
        line(lines, "phone.queue", course.queue());
        line(lines, "phone.agent", course.agent());
        if (course.answeredAt() != null && course.endedAt() != null) {
            line(lines, "phone.length", clock(course.talk().toMillis()));
        }
        if (course.contradictory()) {
            lines.append('\n').append(text("phone.contradictory"));
        }
        line(lines, "phone.call", call.id().value());
        return lines.toString();
    }

    private void line(StringBuilder lines, String key, @Nullable String value) {
        if (value != null) {
            lines.append('\n').append(text(key, value));
        }
    }

    @Override
    public List<String> transcript(Call call, List<Piece> pieces, boolean later) {
        List<Turn> turns =
                pieces.stream().flatMap(piece -> piece.turns().stream()).toList();
        List<String> said = masking.across(turns.stream().map(Turn::text).toList());
        List<String> lines = new ArrayList<>();
        lines.add(text(later ? "phone.later" : "phone.transcript"));
        String missing = later ? "" : missing(call, pieces);
        if (!missing.isEmpty()) {
            lines.add(text("phone.missing", missing));
        }
        IntStream.range(0, turns.size())
                .mapToObj(i -> line(turns.get(i), said.get(i)))
                .forEach(lines::add);
        return messages(lines);
    }

    /** Numbers of the pieces that never came; empty when all did, or nobody knows. */
    private static String missing(Call call, List<Piece> pieces) {
        Set<Integer> there = pieces.stream().map(Piece::number).collect(Collectors.toSet());
        int last = call.lastPiece() == null
                ? there.stream().mapToInt(number -> number).max().orElse(0)
                : call.lastPiece();
        return IntStream.rangeClosed(1, last)
                .filter(number -> !there.contains(number))
                .limit(50)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
    }

    private String line(Turn turn, String said) {
        String when = turn.startMs() == null ? "" : "[" + clock(turn.startMs()) + "] ";
        String who = turn.speaker() == null ? "" : speaker(turn.speaker()) + ": ";
        return when + who + said;
    }

    private String speaker(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "caller", "citizen", "customer" -> text("phone.speaker.caller");
            case "agent" -> text("phone.speaker.agent");
            default -> name;
        };
    }

    /** As few messages as have room for all lines; a line is cut where it fills one by itself. */
    private static List<String> messages(List<String> lines) {
        List<String> messages = new ArrayList<>();
        var message = new StringBuilder();
        for (String line : lines) {
            for (int from = 0; from < Math.max(1, line.length()); from += Message.TEXT_LIMIT) {
                String part = line.substring(from, Math.min(line.length(), from + Message.TEXT_LIMIT));
                if (message.length() + part.length() + 1 > Message.TEXT_LIMIT && !message.isEmpty()) {
                    messages.add(message.toString());
                    message.setLength(0);
                }
                message.append(message.isEmpty() ? "" : "\n").append(part);
            }
        }
        messages.add(message.toString());
        return messages;
    }

    private static String clock(long millis) {
        long seconds = millis / 1000;
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private String text(String key, Object... arguments) {
        return texts.of(Language.GERMAN, key, arguments);
    }
}
