package de.stadttor.channels.phone;

import de.stadttor.calls.CallDirection;
import de.stadttor.calls.CallEvent;
import de.stadttor.calls.CallId;
import de.stadttor.calls.CallReport;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.refusal.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/**
 * What a telephone system pushes in the words of Zammad's generic CTI interface. It says no times: what happened,
 * happened when it came.
 *
 * @param values by name, each at least one
 */
record CtiPush(Map<String, List<String>> values) {

    private static final int LONGEST = 200;
    private static final int LONGEST_QUEUE = 100;

    static CtiPush of(MultiValueMap<String, String> form) {
        return new CtiPush(Map.copyOf(form));
    }

    static CtiPush of(JsonNode json) {
        Map<String, List<String>> values = new HashMap<>();
        json.properties().forEach(property -> {
            List<String> texts = texts(property.getValue());
            if (!texts.isEmpty()) {
                values.put(property.getKey(), texts);
            }
        });
        return new CtiPush(values);
    }

    /** Refused when it cannot be told what happened in which call. */
    CallReport report(Instant now, PhoneNumbers numbers) {
        List<Fault> faults = faults();
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Invalid(faults));
        }
        String cause = value("cause");
        var event = new CallEvent(
                Objects.requireNonNull(kind()),
                null,
                now,
                false,
                direction(),
                numbers.e164(value("from")),
                numbers.e164(value("to")),
                queue(),
                agent(),
                cause == null ? null : cause(cause),
                false);
        return new CallReport.Happened(new CallId(Objects.requireNonNull(value("callId"))), event, null, null);
    }

    private List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (kind() == null) {
            faults.add(new Fault("/event", value("event") == null ? "required" : "enum", ""));
        }
        String call = value("callId");
        if (call == null || !CallId.isOne(call)) {
            faults.add(new Fault("/callId", call == null ? "required" : "pattern", ""));
        }
        if (value("direction") != null && direction() == null) {
            faults.add(new Fault("/direction", "enum", ""));
        }
        return faults;
    }

    private CallEvent.@Nullable Kind kind() {
        return switch (value("event")) {
            case "newCall" -> CallEvent.Kind.RINGING;
            case "answer" -> CallEvent.Kind.ANSWERED;
            case "hold" -> CallEvent.Kind.HELD;
            case "unhold" -> CallEvent.Kind.RESUMED;
            case "transfer" -> CallEvent.Kind.TRANSFERRED;
            case "hangup" -> CallEvent.Kind.ENDED;
            case null, default -> null;
        };
    }

    private @Nullable CallDirection direction() {
        return switch (value("direction")) {
            case "in" -> CallDirection.INBOUND;
            case "out" -> CallDirection.OUTBOUND;
            case null, default -> null;
        };
    }

    /** One that we do not know is as good as none. */
    private static CallEvent.@Nullable Cause cause(String code) {
        try {
            return CallEvent.Cause.of(code);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Several are called at once, one of them takes it. */
    private @Nullable String queue() {
        String queue = value("queue");
        return queue == null ? null : queue.substring(0, Math.min(queue.length(), LONGEST_QUEUE));
    }

    private @Nullable String agent() {
        List<String> users = Stream.of("user", "user[]")
                .flatMap(name -> values.getOrDefault(name, List.of()).stream())
                .filter(user -> !user.isBlank())
                .toList();
        String all = String.join(", ", users);
        return users.isEmpty() ? value("answeringNumber") : all.substring(0, Math.min(all.length(), LONGEST));
    }

    private @Nullable String value(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank() && value.indexOf('\0') < 0)
                .map(value -> value.substring(0, Math.min(value.length(), LONGEST)))
                .findFirst()
                .orElse(null);
    }

    private static List<String> texts(JsonNode value) {
        return (value.isArray() ? value.valueStream() : Stream.of(value))
                .filter(each -> each.isString() || each.isNumber())
                .map(JsonNode::asString)
                .toList();
    }
}
