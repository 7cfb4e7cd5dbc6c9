package de.stadttor.ticketing;

import de.stadttor.people.AssuranceLevel;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a ticket: ids and codes only. Past tense, and adding a case must break every switch. */
public sealed interface TicketEvent
        permits ClaimEvent,
                MandateEvent,
                TicketEvent.Opened,
                TicketEvent.MessageAdded,
                TicketEvent.StateChanged,
                TicketEvent.QueueChanged,
                TicketEvent.PriorityChanged,
                TicketEvent.Assigned,
                TicketEvent.LevelRaised,
                TicketEvent.FieldsChanged,
                TicketEvent.LinkRevoked,
                TicketEvent.AttentionCalled,
                TicketEvent.AttentionGiven,
                TicketEvent.CopyReceived,
                TicketEvent.Related,
                TicketEvent.MailSettled,
                TicketEvent.Merged,
                TicketEvent.Erased,
                PublicationEvent {

    /** Marks in a body what is old and only came in now, so that nobody is told. */
    String IMPORTED = "imported";

    String kind();

    default Map<String, String> body() {
        return Map.of();
    }

    /** Whether it stands in the feeds of the ticket's citizens. */
    default boolean shownToCitizens() {
        return false;
    }

    /** Reads what {@link #kind()} and {@link #body()} wrote. */
    static TicketEvent of(String kind, Map<String, String> body) {
        return WrittenEvent.read(kind, body);
    }

    record Opened(Channel channel, String queue, boolean imported) implements TicketEvent {

        public static final String KIND = "ticket-opened";

        public Opened(Channel channel, String queue) {
            this(channel, queue, false);
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> body() {
            return WrittenEvent.marked(Map.of("channel", channel.code(), "queue", queue), imported);
        }

        @Override
        public boolean shownToCitizens() {
            return true;
        }
    }

    /** @param requiredLevel beyond the ticket's own; null when that is enough */
    record MessageAdded(
            MessageId message,
            Direction direction,
            @Nullable AssuranceLevel requiredLevel,
            boolean imported) implements TicketEvent {

        public static final String KIND = "message-added";

        public MessageAdded(MessageId message, Direction direction, @Nullable AssuranceLevel requiredLevel) {
            this(message, direction, requiredLevel, false);
        }

        MessageAdded quietly() {
            return new MessageAdded(message, direction, requiredLevel, true);
        }

        static MessageAdded of(Message message) {
            return new MessageAdded(message.id(), message.direction(), message.requiredLevel());
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> body() {
            Map<String, String> plain = Map.of("message", message.toString(), "direction", direction.code());
            return WrittenEvent.marked(
                    requiredLevel == null ? plain : WrittenEvent.with(plain, "requiredLevel", requiredLevel.code()),
                    imported);
        }

        @Override
        public boolean shownToCitizens() {
            return direction != Direction.INTERNAL;
        }
    }

    record StateChanged(TicketState from, TicketState to) implements TicketEvent {

        public static final String KIND = "state-changed";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> body() {
            return Map.of("from", from.code(), "to", to.code());
        }

        @Override
        public boolean shownToCitizens() {
            return from.shown() != to.shown();
        }
    }

    record QueueChanged(String from, String to) implements TicketEvent {

        public static final String KIND = "queue-changed";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> body() {
            return Map.of("from", from, "to", to);
        }
    }

    record PriorityChanged(Priority from, Priority to) implements TicketEvent {

        public static final String KIND = "priority-changed";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> body() {
            return Map.of("from", from.code(), "to", to.code());
        }
    }

    /** @param to the caseworker's reference; null when it was given back */
    record Assigned(@Nullable String to) implements TicketEvent {

        public static final String KIND = "assigned";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> body() {
            return to == null ? Map.of() : Map.of("to", to);
        }
    }

    record LevelRaised(AssuranceLevel to) implements TicketEvent {

        public static final String KIND = "level-raised";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> body() {
            return Map.of("to", to.code());
        }

        @Override
        public boolean shownToCitizens() {
            return true;
        }
    }

    /** Custom fields changed; which value is no business of the log. */
    record FieldsChanged() implements TicketEvent {

        public static final String KIND = "fields-changed";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> body() {
            return Map.of();
        }
    }

    /** The link of an anonymous case opens it no longer. */
    record LinkRevoked() implements TicketEvent {

        public static final String KIND = "link-revoked";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /** A person must look at it. */
    record AttentionCalled(Attention reason) implements TicketEvent {

        public static final String KIND = "attention-called";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> body() {
            return Map.of("reason", reason.code());
        }
    }

    /** A person has looked at it. */
    record AttentionGiven() implements TicketEvent {

        public static final String KIND = "attention-given";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /** The same mail came once more, delivered anew, and was left out. */
    record CopyReceived() implements TicketEvent {

        public static final String KIND = "copy-received";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /** Another ticket seems to be about the same. */
    record Related(TicketId ticket) implements TicketEvent {

        public static final String KIND = "related";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> body() {
            return Map.of("ticket", ticket.toString());
        }
    }

    /** What became of a mail, named by its outbox item; the code says why (RFC 3463, or a word of ours), or nothing. */
    record MailSettled(UUID mail, End end, String code) implements TicketEvent {

        public static final String KIND = "mail-settled";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> body() {
            return Map.of("mail", mail.toString(), "end", end.code(), "code", code);
        }

        /** What became of it. */
        public enum End {
            SENT,
            /** Refused, or given up after days. */
            FAILED,
            WITHHELD,
            /** Sent, and come back. */
            RETURNED;

            public static End of(String code) {
                return valueOf(code.toUpperCase(Locale.ROOT));
            }

            public String code() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /**
     * It is about the same as another ticket, where the conversation goes on.
     *
     * @param into the other one
     */
    record Merged(TicketId into) implements TicketEvent {

        public static final String KIND = "ticket-merged";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Map<String, String> body() {
            return Map.of("into", into.toString());
        }
    }

    /** Its time was over: nothing is left of it but its history. */
    record Erased() implements TicketEvent {

        public static final String KIND = "ticket-erased";

        @Override
        public String kind() {
            return KIND;
        }
    }
}
