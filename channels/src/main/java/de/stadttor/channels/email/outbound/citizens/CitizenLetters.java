package de.stadttor.channels.email.outbound.citizens;

import de.stadttor.channels.email.outbound.Enclosures;
import de.stadttor.channels.email.outbound.Letter;
import de.stadttor.channels.email.outbound.Letter.Trait;
import de.stadttor.channels.email.outbound.LetterWriter;
import de.stadttor.channels.email.outbound.OutboundSettings;
import de.stadttor.channels.email.outbound.Threads;
import de.stadttor.channels.email.outbound.templates.Typesetter;
import de.stadttor.events.EventLog;
import de.stadttor.files.FileName;
import de.stadttor.files.StoredFile;
import de.stadttor.guests.ClaimedCases;
import de.stadttor.letters.LetterKind;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.Tickets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Tells citizens that their concern arrived, what was answered or talked about, that there is news, and of claims. */
public final class CitizenLetters implements LetterWriter {

    private static final Set<Trait> AUTOMATIC = Set.of(Trait.AUTOMATIC, Trait.REPLYABLE);
    private static final Set<Trait> BY_A_PERSON = Set.of(Trait.REPLYABLE);

    private final Tickets tickets;
    private final Messages messages;
    private final EventLog log;
    private final ClaimedCases claimed;
    private final Whereabouts whereabouts;
    private final Threads threads;
    private final Typesetter typesetter;
    private final Enclosures enclosures;
    private final OutboundSettings settings;

    public CitizenLetters(
            Tickets tickets,
            Messages messages,
            EventLog log,
            ClaimedCases claimed,
            Whereabouts whereabouts,
            Threads threads,
            Typesetter typesetter,
            Enclosures enclosures,
            OutboundSettings settings) {
        this.tickets = tickets;
        this.messages = messages;
        this.log = log;
        this.claimed = claimed;
        this.whereabouts = whereabouts;
        this.threads = threads;
        this.typesetter = typesetter;
        this.enclosures = enclosures;
        this.settings = settings;
    }

    @Override
    public boolean writes(OutboxItem item) {
        return item.recipient() instanceof Recipient.OfCitizen;
    }

    @Override
    public Mono<Letter> write(OutboxItem item) {
        return item.recipient() instanceof Recipient.OfCitizen(var citizen)
                ? tickets.find(item.ticket())
                        .flatMap(ticket -> address(item, ticket, CitizenId.of(citizen))
                                .flatMap(address -> write(item, ticket, address)))
                : Mono.empty();
    }

    /** What was said goes nowhere but to an address that is surely the citizen's. */
    private Mono<String> address(OutboxItem item, Ticket ticket, CitizenId citizen) {
        return item.kind() == OutboxItem.Kind.TRANSCRIPT
                ? whereabouts.confirmed(citizen)
                : whereabouts.address(ticket, citizen);
    }

    private Mono<Letter> write(OutboxItem item, Ticket ticket, String address) {
        return switch (item.kind()) {
            case ACKNOWLEDGEMENT -> automatic(item, ticket, address, LetterKind.ACKNOWLEDGEMENT, Map.of());
            case CLAIM -> claim(item, ticket, address);
            case TRANSCRIPT -> transcript(item, ticket, address);
            case NOTICE ->
                News.of(item, log, messages).flatMap(news -> switch (news) {
                    case News.Answer(var message) -> answer(item, ticket, address, message);
                    case News.Change _ -> automatic(item, ticket, address, LetterKind.NEWS, Map.of());
                });
            case REPLY_NOTED, REPLY_REFUSED, ACTIVATION, CONFIRMATION, CANCELLED -> Mono.empty();
        };
    }

    /** Empty once the claim stands no longer. */
    private Mono<Letter> claim(OutboxItem item, Ticket ticket, String address) {
        return claimed.objection(ticket.id())
                .flatMap(token -> automatic(
                        item,
                        ticket,
                        address,
                        LetterKind.CLAIM,
                        Map.of("objectionLink", whereabouts.objection(token.secret()))));
    }

    /** In full as far as the queue lets mail carry it; otherwise only that there is an answer. */
    private Mono<Letter> answer(OutboxItem item, Ticket ticket, String address, Message message) {
        if (!settings.carries(ticket.queue()).satisfies(message.levelWithin(ticket))) {
            return automatic(item, ticket, address, LetterKind.NEWS, Map.of());
        }
        List<StoredFile> attached = enclosures.fitting(message.files());
        Map<String, String> places = Map.of(
                "text", message.text(),
                "subject", ticket.subject(),
                "files", names(message.files(), attached));
        return letter(item, ticket, address, LetterKind.REPLY, places, BY_A_PERSON)
                .map(letter -> letter.with(attached));
    }

    /** In full as far as the queue lets mail carry all of it; otherwise only that there is something. */
    private Mono<Letter> transcript(OutboxItem item, Ticket ticket, String address) {
        AssuranceLevel carried = settings.carries(ticket.queue());
        return messages.conversation(ticket.id(), null, Transcript.LONGEST)
                .collectList()
                .map(said -> new Transcript(
                        ticket,
                        said,
                        Objects.requireNonNullElse(ticket.contact().name(), address),
                        settings.sender(ticket.queue())))
                .flatMap(transcript -> transcript.isWithin(carried)
                        ? automatic(item, ticket, address, LetterKind.TRANSCRIPT, Map.of("text", transcript.text()))
                        : automatic(item, ticket, address, LetterKind.NEWS, Map.of()));
    }

    private static String names(List<StoredFile> all, List<StoredFile> attached) {
        return all.stream()
                .filter(file -> !attached.contains(file))
                .map(StoredFile::name)
                .map(FileName::value)
                .collect(Collectors.joining(", "));
    }

    private Mono<Letter> automatic(
            OutboxItem item, Ticket ticket, String address, LetterKind kind, Map<String, String> places) {
        return letter(item, ticket, address, kind, places, AUTOMATIC);
    }

    private Mono<Letter> letter(
            OutboxItem item,
            Ticket ticket,
            String address,
            LetterKind kind,
            Map<String, String> places,
            Set<Trait> traits) {
        Locale language = typesetter.language(ticket.origin().language());
        Map<String, String> all = new HashMap<>(places);
        all.put("number", ticket.number().toString());
        all.put("sender", settings.sender(ticket.queue()));
        return whereabouts
                .links(ticket.id())
                .doOnNext(all::putAll)
                .then(Mono.defer(() -> typesetter.set(ticket.queue(), kind, language, all)))
                .zipWith(threads.about(item).collectList())
                .map(parts -> Letter.of(
                                ticket.queue(),
                                address,
                                language,
                                parts.getT1().subject(),
                                parts.getT1().body(),
                                traits)
                        .answering(parts.getT2()));
    }
}
