package de.stadttor.wiring;

import de.stadttor.channels.email.inbound.MailDoor;
import de.stadttor.channels.email.inbound.MailSettings;
import de.stadttor.channels.email.mailbox.ConfiguredFolders;
import de.stadttor.channels.email.mailbox.FolderReader;
import de.stadttor.channels.email.mailbox.LeaseTerms;
import de.stadttor.channels.email.mailbox.Limits;
import de.stadttor.channels.email.mailbox.MailboxSettings;
import de.stadttor.channels.email.mailbox.Mailboxes;
import de.stadttor.events.Ids;
import de.stadttor.files.ContentStore;
import de.stadttor.mailboxes.FolderLeases;
import de.stadttor.mailboxes.FolderProgress;
import de.stadttor.store.Outages;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

/** Reads the configured mailboxes, all of them at once. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailboxSettings.class)
class MailboxWiring {

    @Bean
    Mailboxes mailboxes(
            MailDoor door,
            FolderLeases leases,
            FolderProgress progress,
            ContentStore contents,
            MailSettings settings,
            MailboxSettings mailboxes,
            Ids ids,
            Clock clock) {
        var limits = new Limits(settings.inFlight(), settings.wholeLimit(), settings.oversizeLimit());
        var terms = new LeaseTerms(ids.next().toString(), mailboxes.mailboxLease());
        return new Mailboxes(door, Outages::isOne, leases, progress, contents, limits, terms, clock);
    }

    @Bean
    FolderReaders folderReaders(Mailboxes mailboxes, MailboxSettings settings, SslBundles bundles, Clock clock) {
        var folders = new ConfiguredFolders(
                clock, name -> bundles.getBundle(name).createSslContext().getSocketFactory());
        return new FolderReaders(
                folders.of(settings).stream().map(mailboxes::reader).toList());
    }

    @Bean
    Running mailboxReading(FolderReaders readers) {
        return Running.beside("mailboxes", Flux.merge(readers.running()).concatWith(Flux.never()));
    }

    /** All readers of this process. */
    record FolderReaders(List<FolderReader> all) {

        List<Flux<Void>> running() {
            return all.stream().map(FolderReader::run).toList();
        }
    }
}
