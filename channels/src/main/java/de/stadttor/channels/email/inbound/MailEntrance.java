package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.automatic.AutoSubmitted;
import de.stadttor.channels.email.inbound.ReadingMail.Understood;
import de.stadttor.channels.email.inbound.SpecialMail.Taken;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.intake.Intake;
import de.stadttor.intake.Receipt;
import de.stadttor.outbox.Deliveries;
import de.stadttor.outbox.ReplyTokens;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The way of a mail: understood, recognized, offered to whoever waits for something special, and otherwise a citizen's
 * message. Our own mail that comes back leads to nothing, or it would go round for ever.
 */
final class MailEntrance implements MailDoor {

    private final ReadingMail reading;
    private final ReplyTokens tokens;
    private final Deliveries deliveries;
    private final List<SpecialMail> specials;
    private final OrdinaryMail ordinary;
    private final Intake intake;

    MailEntrance(
            ReadingMail reading,
            ReplyTokens tokens,
            Deliveries deliveries,
            List<SpecialMail> specials,
            OrdinaryMail ordinary,
            Intake intake) {
        this.reading = reading;
        this.tokens = tokens;
        this.deliveries = deliveries;
        this.specials = List.copyOf(specials);
        this.ordinary = ordinary;
        this.intake = intake;
    }

    /**
     * A mailbox that gives one of its mails the key of another is at fault, but its mail must not be lost: then the
     * content tells them apart. Of a mail that comes in parts each part would seem another one: the first stands for
     * all of them.
     */
    @Override
    public Mono<Receipt> accept(ReceivedMail mail) {
        return submit(mail)
                .onErrorResume(MailEntrance::isKeyReused, _ -> isCut(mail.raw()) ? Mono.empty() : acceptByContent(mail))
                .checkpoint("accept mail");
    }

    private Mono<Receipt> acceptByContent(ReceivedMail mail) {
        return accept(mail, mail.key() + " " + Fingerprint.of(mail.raw()));
    }

    /** The same; a key that came with another mail is refused, as its sender chose it. */
    Mono<Receipt> submit(ReceivedMail mail) {
        return accept(mail, mail.key());
    }

    private Mono<Receipt> accept(ReceivedMail mail, String key) {
        return reading.read(mail.raw())
                .map(understood -> excused(mail.raw(), understood))
                .filter(understood -> understood.mail().autoSubmitted() != AutoSubmitted.OWN_LOOP)
                .flatMap(understood ->
                        recognized(mail, key, understood).flatMap(recognized -> take(recognized, understood)))
                .flatMap(taken -> switch (taken) {
                    case Taken.Into(var receipt) -> Mono.just(receipt);
                    case Taken.Done _ -> Mono.empty();
                });
    }

    /** With the delivery whose token an address holds; nothing is asked when there is no token. */
    private Mono<ReadMail> recognized(ReceivedMail mail, String key, Understood understood) {
        var requestKey = new RequestKey("mailbox " + mail.mailbox(), key, Fingerprint.of(mail.raw()));
        return Flux.fromStream(() -> Addressees.answered(
                        understood.mail().envelope(), understood.head().fields(), tokens))
                .concatMap(deliveries::find)
                .next()
                .map(delivery -> new ReadMail(mail, understood.mail(), requestKey, delivery, likeness(understood)))
                .defaultIfEmpty(new ReadMail(mail, understood.mail(), requestKey, null, null));
    }

    private static @Nullable String likeness(Understood understood) {
        return understood.trouble() == null ? Likeness.of(understood.head()) : null;
    }

    private Mono<Taken> take(ReadMail mail, Understood understood) {
        return Flux.fromIterable(specials)
                .concatMap(special -> special.take(mail))
                .next()
                .switchIfEmpty(Mono.defer(() -> ordinary.message(mail, understood)
                        .flatMap(intake::accept)
                        .<Taken>map(Taken.Into::new)
                        .defaultIfEmpty(new Taken.Done())));
    }

    /** With the reason why only its header is understood. */
    private static Understood excused(RawMail raw, Understood understood) {
        return switch (raw) {
            case RawMail.Whole _ -> understood;
            case RawMail.Oversize(var _, var _, var why) ->
                new Understood(understood.mail(), understood.head(), why.attention());
        };
    }

    private static boolean isCut(RawMail raw) {
        return raw instanceof RawMail.Oversize(var _, var _, var why) && why == RawMail.Why.CUT;
    }

    private static boolean isKeyReused(Throwable failure) {
        return failure instanceof Refused refused && refused.refusal() instanceof Refusal.KeyReused;
    }
}
