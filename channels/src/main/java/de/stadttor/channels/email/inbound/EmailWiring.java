package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.MailReader;
import de.stadttor.channels.email.automatic.LoopMark;
import de.stadttor.channels.email.secure.KeyFolder;
import de.stadttor.channels.email.secure.MailKeys;
import de.stadttor.channels.email.sender.HurriedCheck;
import de.stadttor.channels.email.sender.NameServers;
import de.stadttor.channels.email.sender.OwnCheck;
import de.stadttor.channels.email.sender.SenderCheck;
import de.stadttor.channels.email.sender.TrustedServer;
import de.stadttor.files.ContentStore;
import de.stadttor.files.Reception;
import de.stadttor.idempotency.RequestKeys;
import de.stadttor.intake.Intake;
import de.stadttor.intake.Twins;
import de.stadttor.outbox.Deliveries;
import de.stadttor.outbox.ReplyTokens;
import de.stadttor.sorting.Patterns;
import de.stadttor.sorting.Sortings;
import de.stadttor.ticketing.Tickets;
import de.stadttor.web.Language;
import de.stadttor.web.LargerBody;
import de.stadttor.web.Texts;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the door for mail together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class EmailWiring {

    @Bean
    MailReader mailReader(LoopMark mark, MailSettings settings) throws IOException, GeneralSecurityException {
        String folder = settings.keys();
        return new MailReader(
                mark,
                folder == null ? MailKeys.NONE : KeyFolder.read(Path.of(folder), settings.keysPassphrase()),
                senderCheck(settings));
    }

    private static SenderCheck senderCheck(MailSettings settings) throws UnknownHostException {
        String server = settings.authserv();
        if (server != null) {
            return new TrustedServer(server);
        }
        if (settings.verifyAt().isEmpty()) {
            return SenderCheck.NONE;
        }
        String dns = settings.dns();
        var own = new OwnCheck(
                Set.copyOf(settings.verifyAt()), dns == null ? NameServers.ofSystem() : NameServers.at(dns));
        return new HurriedCheck(own, settings.patience().dividedBy(3));
    }

    /** Mails are larger than forms; {@link MailBodies} bounds what is held of them. */
    @Bean
    LargerBody mailsByHttp(MailSettings settings) {
        return new LargerBody(EmailsController.PATH, settings.oversizeLimit());
    }

    @Bean
    KeptMail keptMail(ContentStore contents) {
        return new KeptMail(contents);
    }

    @Bean
    MailMessage mailMessage(Texts texts) {
        return new MailMessage(texts.of(Language.GERMAN, "mail.subject.none"));
    }

    @Bean
    ReturnedMail returnedMail(Deliveries deliveries, RequestKeys keys, Twins made, MailMessage messages, Texts texts) {
        return new ReturnedMail(deliveries, keys, made, messages, texts);
    }

    @Bean
    OrdinaryMail ordinaryMail(
            MailRoutes routes,
            ReturnedMail returned,
            Deliveries deliveries,
            Tickets tickets,
            Reception reception,
            KeptMail originals,
            MailMessage messages,
            Clock clock) {
        var rights = new ReplyRights(deliveries, tickets, clock);
        return new OrdinaryMail(routes, returned, rights, new MailFiles(reception), originals, messages);
    }

    @Bean
    MailRoutes mailRoutes(MailSettings settings, Sortings sortings) {
        return new MailRoutes(settings.queue(), sortings);
    }

    @Bean
    Patterns patterns() {
        return PreparedRule::isUsable;
    }

    @Bean
    MailEntrance mailEntrance(
            MailReader reader,
            MailSettings settings,
            ReplyTokens tokens,
            Deliveries deliveries,
            ObjectProvider<SpecialMail> specials,
            OrdinaryMail ordinary,
            Intake intake) {
        return new MailEntrance(
                new ReadingMail(reader, settings.patience()),
                tokens,
                deliveries,
                specials.orderedStream().toList(),
                ordinary,
                intake);
    }
}
