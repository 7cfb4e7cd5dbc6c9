package de.stadttor.channels.email.automatic;

import de.stadttor.channels.email.automatic.Bounce.Kind;
import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.HeaderFields;
import de.stadttor.channels.email.mime.HeaderGroups;
import de.stadttor.channels.email.mime.HeaderText;
import de.stadttor.channels.email.mime.Slice;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A machine's report on delivery (RFC 3464). Of several recipients the one that fared worst is told. */
final class DeliveryStatus {

    private static final int LONGEST = 1 << 20;
    private static final Pattern MAILBOX = Pattern.compile("[^\\s@/]+@[^\\s@]+\\.[^\\s@]+");

    private DeliveryStatus() {}

    /** Empty when {@code report} has no group about a recipient. */
    static Optional<Bounce> read(Entity report, ReturnedMessage returned) {
        Slice text = Slice.of(report.decoded());
        return read(HeaderGroups.of(text.part(0, Math.min(text.length(), LONGEST))), returned.messageId());
    }

    private static Optional<Bounce> read(List<HeaderFields> groups, @Nullable String originalId) {
        return groups.stream()
                .filter(group -> group.has("final-recipient")
                        || group.has("original-recipient")
                        || (group.has("action") && group.has("status"))
                        || (group.has("status") && group.has("diagnostic-code")))
                .map(group -> bounce(group, originalId))
                .min(Comparator.comparingInt(bounce -> badness(bounce.kind())));
    }

    private static int badness(Kind kind) {
        return switch (kind) {
            case HARD -> 0;
            case SOFT -> 1;
            case DELAYED -> 2;
            case NONE -> 3;
        };
    }

    private static Bounce bounce(HeaderFields group, @Nullable String originalId) {
        String diagnostic = group.text("diagnostic-code");
        String status = status(StatusCode.enhanced(group.raw("status")), diagnostic);
        String recipient = recipient(address(group.raw("final-recipient")), address(group.raw("original-recipient")));
        String reason = diagnostic == null
                ? group.text("status")
                : diagnostic.replaceFirst("(?i)^\\s*(?:smtp|x-[\\w-]+|unknown|local)\\s*;\\s*", "");
        return new Bounce(kind(group.token("action"), status, diagnostic), status, recipient, reason, originalId);
    }

    /** A vague status gives way to the one in the other server's words if the class is the same. */
    private static @Nullable String status(@Nullable String told, @Nullable String diagnostic) {
        String better = StatusCode.enhanced(diagnostic);
        boolean same = told != null && better != null && told.charAt(0) == better.charAt(0);
        return told == null || (same && StatusCode.isVague(told)) ? better : told;
    }

    private static Kind kind(String action, @Nullable String status, @Nullable String diagnostic) {
        if (action.startsWith("delay")) {
            return Kind.DELAYED;
        }
        if (action.startsWith("deliver") || action.startsWith("relay") || action.startsWith("expand")) {
            return Kind.NONE;
        }
        int severity = status == null ? StatusCode.replyClass(diagnostic) : status.charAt(0) - '0';
        if (severity == 2 && !action.startsWith("fail")) {
            return Kind.NONE;
        }
        return severity == 4 ? Kind.SOFT : Kind.HARD;
    }

    /** The final one, unless it is a name that only the server itself understands. */
    private static @Nullable String recipient(@Nullable String last, @Nullable String original) {
        boolean usable = last != null && MAILBOX.matcher(last).matches();
        return usable || original == null ? last : original;
    }

    private static @Nullable String address(@Nullable String field) {
        if (field == null) {
            return null;
        }
        String value =
                HeaderText.decode(field).replaceFirst("^\\s*[\\w-]+\\s*;", "").strip();
        String address = value.replaceAll("^[<\"']+|[>\"']+$", "").strip();
        return address.isEmpty() ? null : address;
    }
}
