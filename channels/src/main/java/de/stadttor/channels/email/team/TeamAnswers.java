package de.stadttor.channels.email.team;

import de.stadttor.channels.email.ParsedMail;
import de.stadttor.channels.email.files.Attachment;
import de.stadttor.channels.email.inbound.KeptMail;
import de.stadttor.channels.email.inbound.RawMail;
import de.stadttor.channels.email.inbound.ReadMail;
import de.stadttor.channels.email.inbound.SpecialMail;
import de.stadttor.channels.email.mime.MailAddress;
import de.stadttor.channels.email.sender.SenderVerdict;
import de.stadttor.files.Reception;
import de.stadttor.files.StoredFile;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.intake.Receipt;
import de.stadttor.outbox.Delivery;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.refusal.Refused;
import de.stadttor.teams.Colleague;
import de.stadttor.teams.Colleagues;
import de.stadttor.teams.Instruction;
import de.stadttor.teams.MailedAnswer;
import de.stadttor.teams.MailedAnswers;
import de.stadttor.ticketing.Original;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes answers to the team's mails. Three things must come together: the token of a mail that went to the team not too
 * long ago, the address of a registered colleague, and proof that the address is not forged.
 */
@Component
final class TeamAnswers implements SpecialMail {

    /** So long may somebody answer; after it the ticket has moved on, and the mail lies in archives. */
    private static final Duration ANSWERABLE = Duration.ofDays(30);

    private static final long LARGEST_FILE = 50L << 20;
    private static final int LONGEST_ADDRESS = 200;

    private final Colleagues colleagues;
    private final MailedAnswers answers;
    private final Reception reception;
    private final KeptMail originals;
    private final Tickets tickets;
    private final Clock clock;

    TeamAnswers(
            Colleagues colleagues,
            MailedAnswers answers,
            Reception reception,
            KeptMail originals,
            Tickets tickets,
            Clock clock) {
        this.colleagues = colleagues;
        this.answers = answers;
        this.reception = reception;
        this.originals = originals;
        this.tickets = tickets;
        this.clock = clock;
    }

    @Override
    public Mono<Taken> take(ReadMail mail) {
        Delivery answered = mail.answers();
        return answered == null || !(answered.recipient() instanceof Recipient.OfQueue) || isBounce(mail)
                ? Mono.empty()
                : Mono.zip(
                                files(mail.parsed()),
                                originals.of(mail),
                                (files, original) -> answer(mail, answered.ticket(), files, original))
                        .flatMap(answer -> take(mail, answered, answer))
                        .flatMap(repeated -> taken(answered.ticket(), repeated));
    }

    private static boolean isBounce(ReadMail mail) {
        return mail.parsed().bounce() != null;
    }

    /** True when it was taken before. */
    private Mono<Boolean> take(ReadMail mail, Delivery answered, MailedAnswer answer) {
        Mono<Boolean> refused = Mono.defer(() -> answers.refuse(answer, isUnanswerable(mail.parsed())));
        return colleague(mail.parsed(), answered)
                .map(colleague -> answers.take(colleague, answer).onErrorResume(Refused.class, _ -> refused))
                .defaultIfEmpty(refused)
                .flatMap(deed -> deed);
    }

    /** Empty when somebody else wrote, or too late, or perhaps somebody else in the colleague's name. */
    private Mono<Colleague> colleague(ParsedMail mail, Delivery answered) {
        String sender = sender(mail);
        return answered.at().plus(ANSWERABLE).isBefore(clock.instant()) || !isProven(mail.sender(), sender)
                ? Mono.empty()
                : colleagues.byAddress(sender);
    }

    private static boolean isProven(SenderVerdict verdict, String sender) {
        return "pass".equals(verdict.dmarc()) || sender.equals(verdict.login());
    }

    private static boolean isUnanswerable(ParsedMail mail) {
        return Answer.isAutomatic(mail) || sender(mail).isEmpty();
    }

    /** Without its Message-ID, which mails to the citizen would refer to. */
    private static MailedAnswer answer(ReadMail mail, TicketId ticket, List<StoredFile> files, Original original) {
        Instruction wanted = Answer.in(mail.parsed());
        boolean whole = mail.received().raw() instanceof RawMail.Whole;
        Instruction instruction = whole ? wanted : new Instruction.Unclear(wanted.text());
        var unthreaded = new Original(original.raw(), null, original.sender());
        return new MailedAnswer(
                ticket, sender(mail.parsed()), instruction, files, unthreaded, mail.key(), copy(ticket, mail));
    }

    /** The same mail in two mailboxes, or twice in one, is one answer. */
    private static @Nullable RequestKey copy(TicketId ticket, ReadMail mail) {
        String likeness = mail.likeness();
        return likeness == null ? null : new RequestKey("mailed answer " + ticket, likeness, likeness);
    }

    /** Pictures within the text are the quoted ones and those of signatures. */
    private Mono<List<StoredFile>> files(ParsedMail mail) {
        return Flux.fromIterable(mail.attachments())
                .filter(file -> !file.inline())
                .concatMap(this::keep)
                .collectList();
    }

    private Mono<StoredFile> keep(Attachment file) {
        return reception.keep(file.name(), file.pieces(), LARGEST_FILE);
    }

    /** A ticket that is gone by now takes nothing more. */
    private Mono<Taken> taken(TicketId id, boolean repeated) {
        return tickets.find(id).<Taken>map(ticket -> into(ticket, repeated)).defaultIfEmpty(new Taken.Done());
    }

    private static Taken into(Ticket ticket, boolean repeated) {
        return new Taken.Into(new Receipt(ticket.id(), ticket.number(), null, ticket.createdAt(), repeated));
    }

    /** Lower case; empty when nobody is named, or by what is too long for an author. */
    private static String sender(ParsedMail mail) {
        MailAddress from = mail.envelope().from();
        return from == null || from.address() == null || from.address().length() > LONGEST_ADDRESS
                ? ""
                : from.address().toLowerCase(Locale.ROOT);
    }
}
