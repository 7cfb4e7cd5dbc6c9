package de.stadttor.channels.email.outbound;

import com.icegreen.greenmail.util.GreenMail;
import de.stadttor.InMemoryPorts;
import de.stadttor.channels.email.automatic.LoopMark;
import de.stadttor.channels.email.outbound.OutboundSettings.DkimSettings;
import de.stadttor.channels.email.outbound.OutboundSettings.Guard;
import de.stadttor.channels.email.outbound.OutboundSettings.OfQueue;
import de.stadttor.channels.email.outbound.citizens.CitizenLetters;
import de.stadttor.channels.email.outbound.citizens.Whereabouts;
import de.stadttor.channels.email.outbound.smtp.RelaySettings;
import de.stadttor.channels.email.outbound.smtp.SmtpRelay;
import de.stadttor.channels.email.outbound.templates.Typesetter;
import de.stadttor.files.InMemoryContents;
import de.stadttor.guests.AccessLinks;
import de.stadttor.guests.ClaimedCases;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.outbox.Postman;
import de.stadttor.outbox.ReplyTokens;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.CitizenId;
import de.stadttor.people.ConfirmedAddresses;
import de.stadttor.reactions.Worker.Lease;
import de.stadttor.seals.Seal;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketEvent;
import de.stadttor.ticketing.TicketEvent.MailSettled;
import de.stadttor.web.PublicUrl;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import reactor.core.scheduler.Schedulers;

/** Everything between an outbox in memory and a relay on this machine. */
public final class Outbound {

    private static final byte[] KEY = new byte[32];

    public final InMemoryPorts ports = InMemoryPorts.fresh();
    public final InMemoryContents contents = new InMemoryContents();
    public final ReplyTokens tokens = new ReplyTokens(Seal.derive(KEY, "reply-tokens"));
    public final LoopMark mark = LoopMark.signedWith(KEY);
    public final Journal journal = new Journal(ports.log(), ports.tickets(), _ -> Set.of());
    public final AccessLinks links = new AccessLinks(
            ports.guestAccess(), Seal.derive(KEY, "links"), new SecureRandom(), ports.ids(), ports.clock());
    public final ClaimedCases claimed = new ClaimedCases(
            links,
            ports.caseClaims(),
            new Access(ports.tickets()),
            ports.tickets(),
            journal,
            ports.unitOfWork(),
            Seal.derive(KEY, "claims"),
            ports.ids(),
            ports.clock());
    public final OutboundSettings settings;
    private final Postman postman;

    public Outbound(GreenMail relay) {
        this(relay.getSmtp().getPort());
    }

    public Outbound(int port) {
        this(settings(port, new Guard(10, 40, 5)), MailSigner.NONE);
    }

    public Outbound(OutboundSettings settings, MailSigner signer) {
        this.settings = settings;
        var senders = new Senders(settings);
        var enclosures = new Enclosures(contents, settings.attachments());
        var letters = new CitizenLetters(
                ports.tickets(),
                ports.messages(),
                ports.log(),
                claimed,
                new Whereabouts(
                        ports.tickets(),
                        links,
                        new ConfirmedAddresses(ports.citizenData()),
                        new PublicUrl(URI.create("https://stadttor.example"))),
                new Threads(ports.deliveries(), ports.originals(), senders),
                new Typesetter(ports.letterTemplates()),
                enclosures,
                settings);
        var composer = new MailComposer(senders, tokens, mark, signer, ports.clock());
        var relay = new SmtpRelay(settings.relay(), senders.domain(), Schedulers.boundedElastic());
        var courier = new MailCourier(
                settings, List.of(letters), ports.deliveries(), enclosures, composer, relay, ports.clock());
        this.postman = new Postman(
                ports.deliveries(),
                courier,
                ports.unitOfWork(),
                ports.tickets(),
                journal,
                new Lease("test", Duration.ofMinutes(5), 1),
                new Random(4711),
                ports.clock());
    }

    public static OutboundSettings settings(int port, Guard guard) {
        return new OutboundSettings(
                relay(port),
                "buergerservice@stadt.test",
                "Bürgerservice",
                AssuranceLevel.BASIC,
                Map.of("tiere", new OfQueue("tiere@stadt.test", "Tierschutz", null)),
                100,
                2_000,
                Duration.ofMinutes(5),
                guard,
                new DkimSettings("", "", ""));
    }

    public static RelaySettings relay(int port) {
        return new RelaySettings(
                "127.0.0.1",
                port,
                RelaySettings.Security.NONE,
                "",
                "",
                "",
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                2);
    }

    public void deliver() {
        postman.drain().block();
    }

    public OutboxItem put(Kind kind, Ticket ticket, CitizenId citizen, long cause) {
        var item = new OutboxItem(
                ports.ids().next(),
                kind,
                new Recipient.OfCitizen(citizen.toString()),
                ticket.id(),
                cause,
                ports.clock().instant());
        ports.outbox().put(item).block();
        return item;
    }

    public List<MailSettled> settled(Ticket ticket) {
        return ports.log()
                .read(ticket.id().stream(), 0, 100)
                .map(event -> TicketEvent.of(event.kind(), event.body()))
                .ofType(MailSettled.class)
                .collectList()
                .block();
    }
}
