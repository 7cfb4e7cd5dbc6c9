package de.stadttor.ticketing;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A concern of a citizen and where it stands. Immutable; its decisions return the ticket afterwards with the events
 * that tell what happened.
 *
 * @param assignee the caseworker's reference; null while nobody has taken it
 * @param requiredLevel what seeing it takes; can rise, never fall
 * @param customFields what the queue asks for, valid against its definitions
 * @param possiblyRelated a ticket that the sender seems to mean without a right to it; null for none
 * @param closedAt null while not closed
 * @param version counts every change, messages included
 */
public record Ticket(
        TicketId id,
        TicketNumber number,
        String subject,
        String queue,
        TicketState state,
        Priority priority,
        @Nullable String assignee,
        AssuranceLevel requiredLevel,
        Origin origin,
        Contact contact,
        Map<String, FieldValue> customFields,
        boolean needsAttention,
        @Nullable TicketId possiblyRelated,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        long version) {

    public static final int SUBJECT_LIMIT = 200;

    public Ticket {
        customFields = Map.copyOf(customFields);
    }

    /** A citizen wrote: what was waiting or closed is open again, if it has not been closed for too long. */
    public Step hearFromCitizen(Message message, Duration reopenWithin, Instant now) {
        if (isOver(reopenWithin, now)) {
            throw new Refused(new Refusal.StateConflict(state.code(), "write"));
        }
        TicketState heard = state == TicketState.NEW ? state : TicketState.OPEN;
        return add(message, heard, now);
    }

    /** A caseworker answered: a new ticket is open from now on. */
    public Step answer(Message message, Instant now) {
        return add(message, state == TicketState.NEW ? TicketState.OPEN : state, now);
    }

    /** A caseworker left a note for colleagues. */
    public Step note(Message message, Instant now) {
        return add(message, state, now);
    }

    /** A program wrote, or something old came to its place: whatever it says, nothing else changes by it. */
    public Step overhear(Message message, Instant now) {
        return add(message, state, now);
    }

    /** Whether it was closed so long ago that whoever writes begins a new one. */
    public boolean isOver(Duration reopenWithin, Instant now) {
        return closedAt != null && closedAt.plus(reopenWithin).isBefore(now);
    }

    private Step add(Message message, TicketState state, Instant now) {
        List<TicketEvent> events = new ArrayList<>();
        events.add(TicketEvent.MessageAdded.of(message));
        if (state != this.state) {
            events.add(new TicketEvent.StateChanged(this.state, state));
        }
        return new Step(with(state, queue, priority, assignee, requiredLevel, customFields, now), events);
    }

    /**
     * A caseworker changed what is set in {@code change}.
     *
     * @param target the queue that the ticket is in afterwards; its custom fields count
     */
    public Step change(TicketChange change, Queue target, Instant now) {
        TicketState nextState = change.state() == null ? state : change.state();
        AssuranceLevel nextLevel = change.requiredLevel() == null ? requiredLevel : change.requiredLevel();
        if (!state.mayBecome(nextState)) {
            throw new Refused(new Refusal.StateConflict(state.code(), nextState.code()));
        }
        if (!nextLevel.satisfies(requiredLevel)) {
            throw new Refused(Refusal.Invalid.at("/requiredLevel", "level-never-falls"));
        }
        Map<String, FieldValue> nextFields = fields(change.customFields(), target, nextState);
        Ticket after = with(
                nextState,
                target.key(),
                change.priority() == null ? priority : change.priority(),
                change.assignee() == null ? assignee : change.assignee().reference(),
                nextLevel,
                nextFields,
                now);
        return new Step(change.looked() ? after.attended(false) : after, eventsTo(after, change.looked()));
    }

    private Map<String, FieldValue> fields(TicketChange.FieldEdits edits, Queue target, TicketState nextState) {
        Map<String, FieldValue> edited = target.known(edits.appliedTo(customFields));
        List<Refusal.Fault> faults = new ArrayList<>(target.faults(edits));
        if (nextState == TicketState.CLOSED && state != TicketState.CLOSED) {
            faults.addAll(target.missing(edited));
        }
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Invalid(faults));
        }
        return edited;
    }

    private List<TicketEvent> eventsTo(Ticket after, boolean looked) {
        List<TicketEvent> events = new ArrayList<>();
        if (needsAttention && looked) {
            events.add(new TicketEvent.AttentionGiven());
        }
        if (after.state != state) {
            events.add(new TicketEvent.StateChanged(state, after.state));
        }
        if (!after.queue.equals(queue)) {
            events.add(new TicketEvent.QueueChanged(queue, after.queue));
        }
        if (after.priority != priority) {
            events.add(new TicketEvent.PriorityChanged(priority, after.priority));
        }
        if (!Objects.equals(after.assignee, assignee)) {
            events.add(new TicketEvent.Assigned(after.assignee));
        }
        if (after.requiredLevel != requiredLevel) {
            events.add(new TicketEvent.LevelRaised(after.requiredLevel));
        }
        if (!after.customFields.equals(customFields)) {
            events.add(new TicketEvent.FieldsChanged());
        }
        return events;
    }

    private Ticket with(
            TicketState state,
            String queue,
            Priority priority,
            @Nullable String assignee,
            AssuranceLevel requiredLevel,
            Map<String, FieldValue> customFields,
            Instant now) {
        Instant closed = state == TicketState.CLOSED ? (closedAt == null ? now : closedAt) : null;
        return new Ticket(
                id,
                number,
                subject,
                queue,
                state,
                priority,
                assignee,
                requiredLevel,
                origin,
                contact,
                customFields,
                needsAttention,
                possiblyRelated,
                createdAt,
                now,
                closed,
                version + 1);
    }

    /** The same concern came in twice: each of the two tickets names the other, if it does not name one yet. */
    public Step meet(TicketId other, Instant now) {
        Ticket after = with(state, queue, priority, assignee, requiredLevel, customFields, now);
        return new Step(after.next(needsAttention, other), List.of(new TicketEvent.Related(other)));
    }

    /** It is about the same as another ticket, where the conversation goes on: this one is closed. */
    Step merge(TicketId into, Instant now) {
        List<TicketEvent> events = new ArrayList<>();
        if (state != TicketState.CLOSED) {
            events.add(new TicketEvent.StateChanged(state, TicketState.CLOSED));
        }
        events.add(new TicketEvent.Merged(into));
        Ticket after = with(TicketState.CLOSED, queue, priority, assignee, requiredLevel, customFields, now);
        return new Step(after.next(needsAttention, into), events);
    }

    /** Something we wrote to its citizen will never arrive: somebody has to reach them otherwise. */
    public Step loseMail(Instant now) {
        Ticket after = with(state, queue, priority, assignee, requiredLevel, customFields, now);
        return new Step(after, List.of()).calling(Attention.UNDELIVERED);
    }

    private Ticket attended(boolean needed) {
        return next(needed, possiblyRelated);
    }

    private Ticket next(boolean needed, @Nullable TicketId related) {
        return new Ticket(
                id,
                number,
                subject,
                queue,
                state,
                priority,
                assignee,
                requiredLevel,
                origin,
                contact,
                customFields,
                needed,
                related,
                createdAt,
                updatedAt,
                closedAt,
                version);
    }

    /** A ticket after a decision, and what happened. */
    public record Step(Ticket after, List<TicketEvent> events) {

        public Step {
            events = List.copyOf(events);
        }

        /** Both steps as one. */
        Step then(Step next) {
            return new Step(
                    next.after,
                    Stream.concat(events.stream(), next.events.stream()).toList());
        }

        /** The same of something old, of which nobody is told. */
        public Step quietly() {
            return new Step(
                    after,
                    events.stream()
                            .map(event -> event instanceof TicketEvent.MessageAdded added ? added.quietly() : event)
                            .toList());
        }

        /** The same, and a person must look. */
        public Step calling(Attention reason) {
            List<TicketEvent> more = new ArrayList<>(events);
            more.add(new TicketEvent.AttentionCalled(reason));
            return new Step(after.attended(true), more);
        }
    }
}
