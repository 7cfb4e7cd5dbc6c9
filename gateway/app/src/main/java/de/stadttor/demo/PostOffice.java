package de.stadttor.demo;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The demo's post office, in memory: takes mail for everybody by SMTP, and gives it out by IMAP. Every address is a
 * mailbox with the address as its password, made when it is first written to.
 */
@Component
@ConditionalOnBooleanProperty("stadttor.demo.post-office")
final class PostOffice implements SmartLifecycle {

    /** Before everything that reads or sends mail. */
    private static final int PHASE = DEFAULT_PHASE - 8192;

    private static final List<String> STAFF = List.of(
            "buergerservice@stadt.test",
            "team@stadt.test",
            "caseworker@stadt.test",
            "teamlead@stadt.test",
            "admin@stadt.test");

    private final GreenMail mail;
    private final String service;

    PostOffice(
            @Value("${stadttor.demo.smtp-port}") int smtp,
            @Value("${stadttor.demo.imap-port}") int imap,
            @Value("${stadttor.mail.address}") String service) {
        String host = InetAddress.getLoopbackAddress().getHostAddress();
        this.service = service;
        this.mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtp, host, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imap, host, ServerSetup.PROTOCOL_IMAP)
        });
        mail.withConfiguration(new GreenMailConfiguration().withSieveIgnoreDetail());
    }

    @Override
    public void start() {
        mail.start();
        STAFF.forEach(address -> mail.setUser(address, address));
        UserManager users = mail.getUserManager();
        users.setMessageDeliveryHandler(new RelayStamp(users));
    }

    @Override
    public void stop() {
        mail.stop();
    }

    @Override
    public boolean isRunning() {
        return mail.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** The newest mails that lie in mailboxes other than the city's, newest first. */
    Stream<Posted> newest(int limit) {
        return mail.getUserManager()
                .findUsers(user -> !user.getEmail().equals(service))
                .flatMap(this::inbox)
                .sorted(Comparator.comparing((Posted posted) -> posted.message().getReceivedDate())
                        .reversed())
                .limit(limit);
    }

    private Stream<Posted> inbox(GreenMailUser user) {
        try {
            return mail.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                    .map(message -> new Posted(user.getEmail(), message));
        } catch (FolderException e) {
            throw new IllegalStateException("every user has an inbox", e);
        }
    }

    /** @param to whose mailbox it lies in */
    record Posted(String to, StoredMessage message) {}
}
