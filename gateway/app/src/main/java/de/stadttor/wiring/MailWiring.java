package de.stadttor.wiring;

import de.stadttor.channels.email.MailReader;
import de.stadttor.channels.email.automatic.LoopMark;
import de.stadttor.channels.email.inbound.MailSettings;
import de.stadttor.channels.email.secure.KeyFolder;
import de.stadttor.channels.email.secure.MailKeys;
import de.stadttor.channels.email.sender.NameServers;
import de.stadttor.channels.email.sender.OwnCheck;
import de.stadttor.channels.email.sender.SenderCheck;
import de.stadttor.channels.email.sender.TrustedServer;
import de.stadttor.outbox.ReplyTokens;
import de.stadttor.seals.SealMaker;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What mail coming in and mail going out have in common, and how mail is read. */
@Configuration(proxyBeanMethods = false)
class MailWiring {

    @Bean
    ReplyTokens replyTokens(SealMaker seals) {
        return new ReplyTokens(seals.seal("reply-tokens"));
    }

    @Bean
    LoopMark loopMark(SealMaker seals) {
        return LoopMark.signedWith(seals.seal("mail-loop").code(new byte[0]));
    }

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
        return new OwnCheck(
                Set.copyOf(settings.verifyAt()), dns == null ? NameServers.ofSystem() : NameServers.at(dns));
    }
}
