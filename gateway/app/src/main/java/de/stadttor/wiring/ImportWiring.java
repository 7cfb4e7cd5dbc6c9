package de.stadttor.wiring;

import de.stadttor.channels.email.archive.MailImport;
import de.stadttor.channels.email.archive.MailImport.Tally;
import de.stadttor.channels.email.inbound.MailDoor;
import de.stadttor.channels.email.inbound.MailSettings;
import de.stadttor.files.ContentStore;
import java.io.PrintStream;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code ./stadttor import-mail}: the program as one more node, which takes old mails in and ends. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("stadttor.mail.import.from")
class ImportWiring {

    @Bean
    Running mailImport(
            MailDoor door,
            ContentStore contents,
            MailSettings settings,
            @Value("${stadttor.mail.import.from}") Path from,
            @Value("${stadttor.mail.import.into}") String into) {
        var importing = new MailImport(door, contents, settings.wholeLimit());
        Mono<Void> work = importing
                .run(from, into)
                .doOnNext(tally -> tell(tally, System.out))
                .map(tally -> tally.failed() == 0 ? 0 : 1)
                .doOnError(failure -> System.err.println("Not imported: " + failure))
                .onErrorReturn(1)
                .flatMap(ImportWiring::end);
        return Running.beside("mail import", Flux.concat(work, Flux.never()));
    }

    private static void tell(Tally tally, PrintStream out) {
        out.printf(
                "%d taken in, %d were there already, %d ignored by a rule, %d failed%n",
                tally.taken(), tally.repeated(), tally.ignored(), tally.failed());
    }

    /** On a thread of its own, since the end waits for everything that runs. */
    private static Mono<Void> end(int status) {
        return Mono.fromRunnable(() -> Thread.ofPlatform().start(() -> System.exit(status)));
    }
}
