package de.stadttor.demo;

import de.stadttor.demo.PostOffice.Posted;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What lies in the mailboxes of the demo's citizens and teams, for people who look at the demo. */
@Component
@Conditional(DemoMode.class)
final class SentMails {

    private final ObjectProvider<PostOffice> postOffice;

    SentMails(ObjectProvider<PostOffice> postOffice) {
        this.postOffice = postOffice;
    }

    /** Newest first; empty in a demo without mail. */
    Mono<List<SentMail>> newest(int limit) {
        return Mono.fromCallable(() -> postOffice.stream()
                        .flatMap(office -> office.newest(limit))
                        .map(SentMails::read)
                        .toList())
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static SentMail read(Posted posted) {
        try {
            MimeMessage mail = posted.message().getMimeMessage();
            return new SentMail(
                    posted.to(),
                    Objects.requireNonNullElse(mail.getSubject(), ""),
                    posted.message().getReceivedDate().toInstant(),
                    text(mail));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("a stored mail can be read", e);
        }
    }

    /** The first plain text; empty when there is none. */
    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart several) {
            for (int i = 0; i < several.getCount(); i++) {
                String text = text(several.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    /** @param to whose mailbox it lies in */
    record SentMail(String to, String subject, Instant at, String text) {}
}
