package de.stadttor.ticketing;

import static de.stadttor.ticketing.TicketEvent.IMPORTED;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.ClaimEvent.CaseClaimed;
import de.stadttor.ticketing.ClaimEvent.ClaimEnded;
import de.stadttor.ticketing.MandateEvent.MandateRecorded;
import de.stadttor.ticketing.MandateEvent.MandateRevoked;
import de.stadttor.ticketing.TicketEvent.Assigned;
import de.stadttor.ticketing.TicketEvent.AttentionCalled;
import de.stadttor.ticketing.TicketEvent.AttentionGiven;
import de.stadttor.ticketing.TicketEvent.CopyReceived;
import de.stadttor.ticketing.TicketEvent.FieldsChanged;
import de.stadttor.ticketing.TicketEvent.LevelRaised;
import de.stadttor.ticketing.TicketEvent.LinkRevoked;
import de.stadttor.ticketing.TicketEvent.MailSettled;
import de.stadttor.ticketing.TicketEvent.MessageAdded;
import de.stadttor.ticketing.TicketEvent.Opened;
import de.stadttor.ticketing.TicketEvent.PriorityChanged;
import de.stadttor.ticketing.TicketEvent.QueueChanged;
import de.stadttor.ticketing.TicketEvent.Related;
import de.stadttor.ticketing.TicketEvent.StateChanged;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How events stand in the log: a kind, and a body of codes. */
final class WrittenEvent {

    private WrittenEvent() {}

    static TicketEvent read(String kind, Map<String, String> body) {
        return switch (kind) {
            case Opened.KIND ->
                new Opened(Channel.of(text(body, "channel")), text(body, "queue"), body.containsKey(IMPORTED));
            case MessageAdded.KIND ->
                new MessageAdded(
                        MessageId.of(text(body, "message")),
                        Direction.of(text(body, "direction")),
                        level(body.get("requiredLevel")),
                        body.containsKey(IMPORTED));
            case StateChanged.KIND ->
                new StateChanged(TicketState.of(text(body, "from")), TicketState.of(text(body, "to")));
            case QueueChanged.KIND -> new QueueChanged(text(body, "from"), text(body, "to"));
            case PriorityChanged.KIND ->
                new PriorityChanged(Priority.of(text(body, "from")), Priority.of(text(body, "to")));
            case Assigned.KIND -> new Assigned(body.get("to"));
            case LevelRaised.KIND -> new LevelRaised(AssuranceLevel.of(text(body, "to")));
            case FieldsChanged.KIND -> new FieldsChanged();
            case LinkRevoked.KIND -> new LinkRevoked();
            case CaseClaimed.KIND ->
                new CaseClaimed(CitizenId.of(text(body, "citizen")), CitizenId.of(text(body, "guest")));
            case ClaimEnded.KIND -> new ClaimEnded(ClaimEnded.Cause.of(text(body, "cause")));
            case MandateRecorded.KIND -> new MandateRecorded(UUID.fromString(text(body, "mandate")));
            case MandateRevoked.KIND -> new MandateRevoked(UUID.fromString(text(body, "mandate")));
            case AttentionCalled.KIND -> new AttentionCalled(Attention.of(text(body, "reason")));
            case AttentionGiven.KIND -> new AttentionGiven();
            case CopyReceived.KIND -> new CopyReceived();
            case Related.KIND -> new Related(TicketId.of(text(body, "ticket")));
            case TicketEvent.Merged.KIND -> new TicketEvent.Merged(TicketId.of(text(body, "into")));
            case TicketEvent.Erased.KIND -> new TicketEvent.Erased();
            case PublicationEvent.Released.KIND -> new PublicationEvent.Released();
            case PublicationEvent.ReleaseWithdrawn.KIND -> new PublicationEvent.ReleaseWithdrawn();
            case MailSettled.KIND ->
                new MailSettled(
                        UUID.fromString(text(body, "mail")), MailSettled.End.of(text(body, "end")), text(body, "code"));
            default -> throw new IllegalArgumentException("not a ticket event: " + kind);
        };
    }

    static Map<String, String> marked(Map<String, String> body, boolean imported) {
        return imported ? with(body, IMPORTED, "true") : body;
    }

    static Map<String, String> with(Map<String, String> body, String key, String value) {
        Map<String, String> more = new HashMap<>(body);
        more.put(key, value);
        return more;
    }

    private static String text(Map<String, String> body, String key) {
        String value = body.get(key);
        if (value == null) {
            throw new IllegalArgumentException("event without " + key);
        }
        return value;
    }

    private static @Nullable AssuranceLevel level(@Nullable String code) {
        return code == null ? null : AssuranceLevel.of(code);
    }
}
