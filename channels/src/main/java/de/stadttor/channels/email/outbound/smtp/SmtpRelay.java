package de.stadttor.channels.email.outbound.smtp;

import de.stadttor.outbox.Attempt;
import jakarta.mail.MessagingException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A relay that speaks SMTP. The library blocks, so it is called on threads that may wait. */
public final class SmtpRelay implements Relay {

    private final SmtpConnections connections;
    private final Scheduler waiting;

    /**
     * @param helloName how we introduce ourselves, if the settings do not say
     * @param waiting threads that may wait, virtual ones in the program
     */
    public SmtpRelay(RelaySettings settings, String helloName, Scheduler waiting) {
        this.connections = new SmtpConnections(settings, helloName);
        this.waiting = waiting;
    }

    @Override
    public boolean ready() {
        return true;
    }

    @Override
    public Mono<Attempt> send(OutgoingMail mail) {
        return Mono.<Attempt>fromCallable(() -> {
                    connections.send(mail);
                    return new Attempt.Sent();
                })
                .onErrorResume(MessagingException.class, failure -> Mono.just(SmtpAnswer.attempt(failure)))
                .subscribeOn(waiting)
                .checkpoint("send by SMTP");
    }
}
