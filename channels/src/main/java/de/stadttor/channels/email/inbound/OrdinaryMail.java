package de.stadttor.channels.email.inbound;

import de.stadttor.channels.email.inbound.ReadingMail.Understood;
import de.stadttor.intake.InboundMessage;
import reactor.core.publisher.Mono;

/** Mail from people, and what servers report: what message it is, and with which files. */
final class OrdinaryMail {

    private final MailRoutes routes;
    private final ReturnedMail returned;
    private final ReplyRights rights;
    private final MailFiles files;
    private final KeptMail originals;
    private final MailMessage messages;

    OrdinaryMail(
            MailRoutes routes,
            ReturnedMail returned,
            ReplyRights rights,
            MailFiles files,
            KeptMail originals,
            MailMessage messages) {
        this.routes = routes;
        this.returned = returned;
        this.rights = rights;
        this.files = files;
        this.originals = originals;
        this.messages = messages;
    }

    /** Empty when a rule says to ignore the mail; one that may go on in a ticket is never ignored. */
    Mono<InboundMessage> message(ReadMail mail, Understood understood) {
        return routes.of(mail)
                .flatMap(route -> returned.of(mail, understood, route, originals.of(mail))
                        .switchIfEmpty(Mono.defer(() -> fromSomebody(mail, understood, route))));
    }

    private Mono<InboundMessage> fromSomebody(ReadMail mail, Understood understood, Route route) {
        return rights.of(mail.parsed(), mail.answers())
                .filter(claim -> claim.continues() != null || !route.ignored())
                .flatMap(claim -> Mono.zip(
                        files.keep(mail.parsed().attachments()),
                        originals.of(mail),
                        (kept, original) -> messages.of(mail, understood, claim, route, kept, original)));
    }
}
