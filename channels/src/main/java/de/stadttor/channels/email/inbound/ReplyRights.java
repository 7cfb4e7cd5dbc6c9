package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.Envelope;
import de.stadttor.channels.email.ParsedMail;
import de.stadttor.channels.email.mime.MailAddress;
import de.stadttor.intake.Continuation;
import de.stadttor.outbox.Deliveries;
import de.stadttor.outbox.Delivery;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.people.CitizenId;
import de.stadttor.seals.Sha256;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketNumber;
import de.stadttor.ticketing.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which ticket a mail may write into: by the token of a delivery to a citizen; by naming a delivery that went to the
 * sender's own address; or by the number of a ticket whose registered contact proves to be the sender. Who only knows a
 * number has no right, but seems to mean that ticket.
 */
final class ReplyRights {

    private static final Duration TOKENS_LIVE = Duration.ofDays(90);
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w-])\\d{4}-\\d{6,9}-\\d(?![\\w-])");

    /** The local part of Message-IDs that we give. */
    private static final Pattern OURS = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@.{1,255}");

    private static final int MOST_NAMED = 20;
    private static final String PASS = "pass";
    private static final String FAIL = "fail";

    private final Deliveries deliveries;
    private final Tickets tickets;
    private final Clock clock;

    ReplyRights(Deliveries deliveries, Tickets tickets, Clock clock) {
        this.deliveries = deliveries;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** @param answers the delivery whose token the mail carries; null for none */
    Mono<Claim> of(ParsedMail mail, @Nullable Delivery answers) {
        return Mono.justOrEmpty(answers)
                .filter(this::isLive)
                .mapNotNull(ReplyRights::byParticipant)
                .switchIfEmpty(Mono.defer(() -> byReference(mail)))
                .map(Claim::granted)
                .switchIfEmpty(Mono.defer(() -> byNumber(mail)))
                .switchIfEmpty(Mono.fromSupplier(() -> answers == null ? Claim.NONE : Claim.meaning(answers.ticket())));
    }

    /** Ids of our deliveries that a mail names as what it answers, the latest first. */
    static Stream<UUID> named(Envelope envelope) {
        return Stream.concat(envelope.inReplyTo().stream(), envelope.references().reversed().stream())
                .flatMap(id -> ours(id).stream())
                .distinct()
                .limit(MOST_NAMED);
    }

    /** The delivery that a Message-ID of ours names. */
    static Optional<UUID> ours(String messageId) {
        var match = OURS.matcher(messageId.toLowerCase(Locale.ROOT));
        return match.matches() ? Optional.of(UUID.fromString(match.group(1))) : Optional.empty();
    }

    private Mono<Continuation> byReference(ParsedMail mail) {
        String sender = address(mail);
        if (sender == null || FAIL.equals(mail.sender().dmarc())) {
            return Mono.empty();
        }
        return Flux.fromStream(() -> named(mail.envelope()))
                .concatMap(deliveries::find)
                .filter(this::isLive)
                .filter(delivery -> delivery.addressHash().equals(Sha256.hex(sender)))
                .mapNotNull(ReplyRights::byParticipant)
                .next();
    }

    private Mono<Claim> byNumber(ParsedMail mail) {
        return Flux.fromStream(() -> numbers(mail.envelope().subject()))
                .concatMap(tickets::find)
                .next()
                .flatMap(ticket -> isContact(mail, ticket) ? byContact(ticket) : Mono.just(Claim.meaning(ticket.id())));
    }

    private static boolean isContact(ParsedMail mail, Ticket ticket) {
        String contact = ticket.contact().email();
        return contact != null
                && PASS.equals(mail.sender().dmarc())
                && contact.toLowerCase(Locale.ROOT).equals(address(mail));
    }

    /** Speaks for the one participant; where several take part nobody knows which of them it is. */
    private Mono<Claim> byContact(Ticket ticket) {
        return tickets.participants(ticket.id())
                .collectList()
                .map(citizens -> citizens.size() == 1
                        ? Claim.granted(new Continuation.ByParticipant(ticket.id(), citizens.getFirst()))
                        : Claim.meaning(ticket.id()));
    }

    private static Stream<TicketNumber> numbers(String subject) {
        return NUMBER.matcher(subject).results().limit(MOST_NAMED).flatMap(match -> number(match.group()).stream());
    }

    private static Optional<TicketNumber> number(String text) {
        try {
            return Optional.of(TicketNumber.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isLive(Delivery delivery) {
        return delivery.at().plus(TOKENS_LIVE).isAfter(clock.instant());
    }

    private static @Nullable Continuation byParticipant(Delivery delivery) {
        return delivery.recipient() instanceof OutboxItem.Recipient.OfCitizen(var citizen)
                ? new Continuation.ByParticipant(delivery.ticket(), CitizenId.of(citizen))
                : null;
    }

    private static @Nullable String address(ParsedMail mail) {
        MailAddress from = mail.envelope().from();
        String address = from == null ? null : from.address();
        return address == null ? null : address.toLowerCase(Locale.ROOT);
    }

    /**
     * What a mail may do, and what it means.
     *
     * @param continues null without a right
     * @param meant the ticket that it seems to mean; null when none is named
     */
    record Claim(@Nullable Continuation continues, @Nullable TicketId meant) {

        static final Claim NONE = new Claim(null, null);

        static Claim granted(Continuation continues) {
            return new Claim(continues, null);
        }

        static Claim meaning(TicketId ticket) {
            return new Claim(null, ticket);
        }
    }
}
