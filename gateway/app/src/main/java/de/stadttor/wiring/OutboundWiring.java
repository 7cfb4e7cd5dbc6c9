package de.stadttor.wiring;

import de.stadttor.channels.email.automatic.LoopMark;
import de.stadttor.channels.email.outbound.DkimSigner;
import de.stadttor.channels.email.outbound.Enclosures;
import de.stadttor.channels.email.outbound.LetterWriter;
import de.stadttor.channels.email.outbound.MailComposer;
import de.stadttor.channels.email.outbound.MailCourier;
import de.stadttor.channels.email.outbound.MailSigner;
import de.stadttor.channels.email.outbound.OutboundSettings;
import de.stadttor.channels.email.outbound.Senders;
import de.stadttor.channels.email.outbound.Threads;
import de.stadttor.channels.email.outbound.citizens.CitizenLetters;
import de.stadttor.channels.email.outbound.citizens.Whereabouts;
import de.stadttor.channels.email.outbound.smtp.BreakingRelay;
import de.stadttor.channels.email.outbound.smtp.Relay;
import de.stadttor.channels.email.outbound.smtp.SmtpRelay;
import de.stadttor.channels.email.outbound.templates.Typesetter;
import de.stadttor.events.EventLog;
import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.files.ContentStore;
import de.stadttor.guests.AccessLinks;
import de.stadttor.guests.ClaimedCases;
import de.stadttor.letters.LetterTemplates;
import de.stadttor.letters.QueueLetters;
import de.stadttor.outbox.DeliveryLedger;
import de.stadttor.outbox.Postman;
import de.stadttor.outbox.RecordedDeliveries;
import de.stadttor.outbox.ReplyTokens;
import de.stadttor.people.CitizenData;
import de.stadttor.people.ConfirmedAddresses;
import de.stadttor.reactions.Worker.Lease;
import de.stadttor.seals.SealMaker;
import de.stadttor.ticketing.Journal;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.Originals;
import de.stadttor.ticketing.Queues;
import de.stadttor.ticketing.Tickets;
import de.stadttor.web.PublicUrl;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What leaves by mail, and who takes it there. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboundSettings.class)
class OutboundWiring {

    private static final Logger LOG = LoggerFactory.getLogger(OutboundWiring.class);
    private static final Duration SWEEP = Duration.ofSeconds(2);

    @Bean
    Senders senders(OutboundSettings settings) {
        return new Senders(settings);
    }

    @Bean
    ReplyTokens replyTokens(SealMaker seals) {
        return new ReplyTokens(seals.seal("reply-tokens"));
    }

    @Bean
    LoopMark loopMark(SealMaker seals) {
        return LoopMark.signedWith(seals.seal("mail-loop").code(new byte[0]));
    }

    @Bean
    RecordedDeliveries deliveries(DeliveryLedger ledger, Journal journal) {
        return new RecordedDeliveries(ledger, journal);
    }

    @Bean
    Enclosures enclosures(ContentStore contents, OutboundSettings settings) {
        return new Enclosures(contents, settings.attachments());
    }

    @Bean
    Threads threads(DeliveryLedger ledger, Originals originals, Senders senders) {
        return new Threads(ledger, originals, senders);
    }

    @Bean
    QueueLetters queueLetters(LetterTemplates templates, Queues queues) {
        return new QueueLetters(templates, queues);
    }

    @Bean
    Typesetter typesetter(LetterTemplates templates) {
        return new Typesetter(templates);
    }

    @Bean
    CitizenLetters citizenLetters(
            Tickets tickets,
            Messages messages,
            EventLog log,
            ClaimedCases claimed,
            AccessLinks links,
            CitizenData data,
            PublicUrl publicUrl,
            Threads threads,
            Typesetter typesetter,
            Enclosures enclosures,
            OutboundSettings settings) {
        var whereabouts = new Whereabouts(tickets, links, new ConfirmedAddresses(data), publicUrl);
        return new CitizenLetters(
                tickets, messages, log, claimed, whereabouts, threads, typesetter, enclosures, settings);
    }

    @Bean
    MailComposer mailComposer(
            OutboundSettings settings, Senders senders, ReplyTokens tokens, LoopMark mark, Clock clock)
            throws IOException {
        MailSigner signer = settings.dkim().configured() ? DkimSigner.with(settings.dkim()) : MailSigner.NONE;
        return new MailComposer(senders, tokens, mark, signer, clock);
    }

    @Bean
    MailCourier mailCourier(
            OutboundSettings settings,
            List<LetterWriter> writers,
            DeliveryLedger ledger,
            Senders senders,
            Enclosures enclosures,
            MailComposer composer,
            Clock clock) {
        Relay relay = new SmtpRelay(settings.relay(), senders.domain(), Schedulers.boundedElastic());
        var breaking = new BreakingRelay(relay, settings.relay().host(), clock);
        return new MailCourier(settings, writers, ledger, enclosures, composer, breaking, clock);
    }

    @Bean
    Running outboxWatcher(OutboxWatch watch) {
        return Running.beside("outbox watch", watch.run());
    }

    /** Without a relay everything waits: it can be set up later, and nothing is lost until then. */
    @Bean
    Running postman(
            OutboundSettings settings,
            DeliveryLedger ledger,
            MailCourier courier,
            UnitOfWork unitOfWork,
            Tickets tickets,
            Journal journal,
            Wakeups wakeups,
            Ids ids,
            Clock clock) {
        if (!settings.configured()) {
            LOG.warn("No mail leaves: set STADTTOR_MAIL_RELAY and STADTTOR_MAIL_ADDRESS");
            return Running.beside(Postman.NAME, Flux.never());
        }
        LOG.info("Mail leaves through {}", settings.relay());
        var lease = new Lease(
                ids.next().toString(), settings.lease(), settings.relay().connections());
        var postman = new Postman(ledger, courier, unitOfWork, tickets, journal, lease, new Random(), clock);
        return Running.untilToldToEnd(Postman.NAME, postman.run(wakeups.of(Postman.NAME), SWEEP), postman::goHome);
    }
}
