package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.automatic.Bounce;
import de.stadttor.channels.email.inbound.ReadingMail.Understood;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.idempotency.RequestKeys;
import de.stadttor.intake.Circumstances;
import de.stadttor.intake.Circumstances.Traces;
import de.stadttor.intake.Continuation;
import de.stadttor.intake.InboundMessage;
import de.stadttor.intake.Twins;
import de.stadttor.outbox.Deliveries;
import de.stadttor.outbox.Delivery;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.ticketing.Attention;
import de.stadttor.ticketing.Original;
import de.stadttor.ticketing.Priority;
import de.stadttor.ticketing.TicketId;
import de.stadttor.web.Language;
import de.stadttor.web.Texts;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reports on mail that we sent, or that somebody sent in our name. Of the first the ticket of the mail tells its
 * caseworkers; of the second a person sees one ticket for each mailbox and day, however many there are.
 */
final class ReturnedMail {

    private final Deliveries deliveries;
    private final RequestKeys keys;
    private final Twins made;
    private final MailMessage messages;
    private final Texts texts;

    ReturnedMail(Deliveries deliveries, RequestKeys keys, Twins made, MailMessage messages, Texts texts) {
        this.deliveries = deliveries;
        this.keys = keys;
        this.made = made;
        this.messages = messages;
        this.texts = texts;
    }

    /** The message that a report leads to; empty when the mail is none. */
    Mono<InboundMessage> of(ReadMail mail, Understood understood, Route route, Mono<Original> kept) {
        Bounce bounce = mail.parsed().bounce();
        if (bounce == null || understood.trouble() != null) {
            return Mono.empty();
        }
        return delivery(mail, bounce)
                .flatMap(delivery -> kept.map(original -> ofOurs(mail, bounce, delivery, route, original)))
                .switchIfEmpty(Mono.defer(() ->
                        isReport(bounce) ? kept.flatMap(original -> ofUnknown(mail, route, original)) : Mono.empty()));
    }

    private Mono<Delivery> delivery(ReadMail mail, Bounce bounce) {
        Delivery answers = mail.answers();
        if (answers != null) {
            return Mono.just(answers);
        }
        String original = bounce.originalMessageId();
        Stream<UUID> named = original == null ? Stream.empty() : ReplyRights.ours(original).stream();
        return Flux.fromStream(
                        Stream.concat(named, ReplyRights.named(mail.parsed().envelope())))
                .concatMap(deliveries::find)
                .next();
    }

    private InboundMessage ofOurs(ReadMail mail, Bounce bounce, Delivery delivery, Route route, Original original) {
        boolean failed = bounce.kind() == Bounce.Kind.HARD || bounce.kind() == Bounce.Kind.SOFT;
        String status = status(bounce);
        var failure = failed ? new Continuation.Failure(delivery.id(), status, isCitizens(delivery)) : null;
        String told = texts.of(Language.GERMAN, "mail.returned." + end(failed, delivery), status);
        return messages.report(
                mail,
                route.queue(),
                mail.parsed().envelope().subject(),
                told + "\n\n" + mail.parsed().content().text(),
                circumstances(mail, new Continuation.ByReport(delivery.ticket(), failure), null, null, original));
    }

    private static String end(boolean failed, Delivery delivery) {
        if (!failed) {
            return "open";
        }
        return isCitizens(delivery) ? "failed" : "colleagues";
    }

    private static boolean isCitizens(Delivery delivery) {
        return delivery.recipient() instanceof Recipient.OfCitizen;
    }

    /** What only sounds like a report may be a person who tells of one. */
    private static boolean isReport(Bounce bounce) {
        return bounce.status() != null || bounce.originalMessageId() != null;
    }

    private Mono<InboundMessage> ofUnknown(ReadMail mail, Route route, Original original) {
        RequestKey day = day(mail);
        return keys.find(day)
                .flatMap(taken -> made.ticketOf(taken.result()))
                .map(ticket -> unknown(mail, route, original, ticket, day))
                .switchIfEmpty(Mono.fromSupplier(() -> unknown(mail, route, original, null, day)));
    }

    private InboundMessage unknown(
            ReadMail mail, Route route, Original original, @Nullable TicketId ticket, RequestKey day) {
        Continuation continues = ticket == null ? null : new Continuation.ByReport(ticket, null);
        return messages.report(
                mail,
                route.queue(),
                texts.of(Language.GERMAN, "mail.subject.returned"),
                mail.parsed().content().text(),
                circumstances(mail, continues, ticket == null ? Attention.UNDELIVERED : null, day, original));
    }

    private static Circumstances circumstances(
            ReadMail mail,
            @Nullable Continuation continues,
            @Nullable Attention attention,
            @Nullable RequestKey day,
            Original original) {
        return new Circumstances(
                continues,
                true,
                attention,
                Priority.NORMAL,
                MailMessage.date(mail),
                null,
                continues == null ? new Traces(null, day) : Traces.NONE,
                original);
    }

    private static RequestKey day(ReadMail mail) {
        var date = mail.received().receivedAt().atZone(ZoneOffset.UTC).toLocalDate();
        return new RequestKey("mail returned to " + mail.received().mailbox(), date.toString(), "");
    }

    /** Reports without a code say at least how it ended. */
    private static String status(Bounce bounce) {
        return Objects.requireNonNullElse(
                bounce.status(),
                switch (bounce.kind()) {
                    case HARD -> "5.0.0";
                    case SOFT, DELAYED -> "4.0.0";
                    case NONE -> "2.0.0";
                });
    }
}
