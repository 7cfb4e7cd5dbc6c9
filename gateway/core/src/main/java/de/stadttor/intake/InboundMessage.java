package de.stadttor.intake;

import de.stadttor.files.StoredFile;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.people.Identity;
import de.stadttor.people.Representation;
import de.stadttor.ticketing.Origin;
import de.stadttor.ticketing.TicketId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The normal form of what arrives, whatever the channel. Adapters make it and decide nothing else.
 *
 * @param keys recognize a repeat; each is taken with the ticket
 * @param author reference of who handed it in
 * @param onBehalf whom the sender acts for; null for oneself
 * @param name as the sender gave it, unverified
 * @param email likewise
 * @param files already stored and scanned
 * @param queue of a new ticket
 * @param requiredLevel what seeing the ticket will take
 */
public record InboundMessage(
        List<RequestKey> keys,
        String author,
        Sender sender,
        @Nullable Representation onBehalf,
        @Nullable String name,
        @Nullable String email,
        String queue,
        String subject,
        String text,
        List<StoredFile> files,
        AssuranceLevel requiredLevel,
        Origin origin,
        Circumstances circumstances) {

    public InboundMessage {
        keys = List.copyOf(keys);
        files = List.copyOf(files);
    }

    /** In the usual circumstances. */
    public InboundMessage(
            List<RequestKey> keys,
            String author,
            Sender sender,
            @Nullable Representation onBehalf,
            @Nullable String name,
            @Nullable String email,
            String queue,
            String subject,
            String text,
            List<StoredFile> files,
            AssuranceLevel requiredLevel,
            Origin origin) {
        this(
                keys,
                author,
                sender,
                onBehalf,
                name,
                email,
                queue,
                subject,
                text,
                files,
                requiredLevel,
                origin,
                Circumstances.USUAL);
    }

    InboundMessage related(TicketId other) {
        return in(circumstances.related(other));
    }

    private InboundMessage in(Circumstances others) {
        return new InboundMessage(
                keys,
                author,
                sender,
                onBehalf,
                name,
                email,
                queue,
                subject,
                text,
                files,
                requiredLevel,
                origin,
                others);
    }

    /** All keys that must be free for it to be new. */
    List<RequestKey> allKeys() {
        RequestKey likeness = circumstances.traces().likeness();
        return likeness == null
                ? keys
                : Stream.concat(keys.stream(), Stream.of(likeness)).toList();
    }

    /** Who it is from, as far as that was proven. */
    public sealed interface Sender {

        /** Logged in here. */
        record Known(CitizenId citizen) implements Sender {}

        /** Vouched for by a client that may do so; recognized only if the identity was made for us. */
        record Vouched(Identity identity) implements Sender {}

        record Anonymous() implements Sender {}
    }
}
