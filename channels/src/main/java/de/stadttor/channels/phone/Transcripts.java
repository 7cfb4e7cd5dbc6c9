package de.stadttor.channels.phone;

import de.stadttor.calls.CallId;
import de.stadttor.calls.CallReport;
import de.stadttor.calls.Piece;
import de.stadttor.calls.Turn;
import de.stadttor.channels.phone.transcript.SpokenTurn;
import de.stadttor.channels.phone.transcript.TranscriptFormat;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.seals.Sha256;
import de.stadttor.web.BadRequest;
import de.stadttor.web.bodies.Bodies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** From what a recognizer wrote to what may be told of a call: read, checked, masked. */
@Component
final class Transcripts {

    private static final String CONTRACT = "intake.yaml#CallTranscript";

    /** A week: nobody speaks longer, but clocks are wrong. */
    private static final long LATEST = Duration.ofDays(7).toMillis();

    private static final int MOST_TURNS = 50_000;

    private final Bodies bodies;
    private final Masking masking;
    private final PhoneSettings settings;
    private final Clock clock;

    Transcripts(Bodies bodies, Masking masking, PhoneSettings settings, Clock clock) {
        bodies.require(CONTRACT);
        this.bodies = bodies;
        this.masking = masking;
        this.settings = settings;
        this.clock = clock;
    }

    CallReport.Said json(CallId call, ServerHttpRequest request, byte[] body) {
        TranscriptBody own = bodies.read(body, CONTRACT, TranscriptBody.class).value();
        Instant now = clock.instant();
        return said(call, own.terms(terms(request), now, settings.keepRecording()), own.spoken());
    }

    CallReport.Said text(CallId call, ServerHttpRequest request, byte[] body) {
        MediaType type = Objects.requireNonNullElse(request.getHeaders().getContentType(), MediaType.TEXT_PLAIN);
        TranscriptFormat format = TranscriptFormat.of(type)
                .orElseThrow(() -> new BadRequest(BadRequest.Reason.MEDIA_TYPE, "Content-Type"));
        return said(call, terms(request), format.read(body));
    }

    private Terms terms(ServerHttpRequest request) {
        Instant now = clock.instant();
        return Terms.of(request.getQueryParams(), now, now.plus(settings.keepRecording()));
    }

    /** Without a number it is all there is; a last piece without words only tells how many there are. */
    private CallReport.Said said(CallId call, Terms terms, List<SpokenTurn> spoken) {
        refuseFaults(spoken);
        Mode mode = Mode.of(terms.mode(), terms.piece() == null);
        Integer number = terms.piece();
        if (number == null && mode != Mode.FINALIZE) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "piece");
        }
        int place = number == null ? 1 : number;
        boolean words = mode != Mode.FINALIZE || !spoken.isEmpty() || number == null;
        return new CallReport.Said(
                call,
                words ? piece(place, revision(terms, mode), masking.of(spoken, terms.language())) : null,
                mode == Mode.FINALIZE ? place : null,
                terms.consent(),
                terms.recording());
    }

    private static int revision(Terms terms, Mode mode) {
        return terms.revision() == null ? (mode == Mode.REVISE ? 1 : 0) : terms.revision();
    }

    private static Piece piece(int number, int revision, List<Turn> turns) {
        String content = turns.stream().map(Turn::toString).collect(Collectors.joining("\n"));
        return new Piece(number, revision, Sha256.hex(content), turns);
    }

    /** People talk at the same time, so that turns may overlap; none of them ends before it begins. */
    private static void refuseFaults(List<SpokenTurn> spoken) {
        if (spoken.size() > MOST_TURNS) {
            throw new Refused(Refusal.Invalid.at("/turns", "maxItems"));
        }
        List<Refusal.Fault> faults = new ArrayList<>();
        for (int i = 0; i < spoken.size(); i++) {
            if (!fits(spoken.get(i).startMs(), spoken.get(i).endMs())) {
                faults.add(new Refusal.Fault("/turns/" + i + "/end", "time", ""));
            }
        }
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Invalid(faults.subList(0, Math.min(20, faults.size()))));
        }
    }

    private static boolean fits(@Nullable Long start, @Nullable Long end) {
        long from = start == null ? 0 : start;
        long to = end == null ? Math.max(0, from) : end;
        return from >= 0 && from <= to && to <= LATEST;
    }

    /** What is done with a piece. */
    private enum Mode {
        APPEND,
        REVISE,
        FINALIZE;

        static Mode of(@Nullable String code, boolean whole) {
            return switch (code) {
                case null -> whole ? FINALIZE : APPEND;
                case "append" -> APPEND;
                case "revise" -> REVISE;
                case "finalize" -> FINALIZE;
                default -> throw new BadRequest(BadRequest.Reason.PARAMETER, "mode");
            };
        }
    }
}
