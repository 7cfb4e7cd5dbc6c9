package de.stadttor.channels.email;

import de.stadttor.channels.email.automatic.LoopMark;
import de.stadttor.channels.email.secure.KeyFolder;
import de.stadttor.channels.email.secure.MailKeys;
import de.stadttor.channels.email.sender.NameServers;
import de.stadttor.channels.email.sender.OwnCheck;
import de.stadttor.channels.email.sender.SenderCheck;
import de.stadttor.channels.email.sender.TrustedServer;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command takes from its environment. {@code STADTTOR_MAIL_KEYS} names a folder of keys,
 * {@code STADTTOR_MAIL_KEYS_PASSPHRASE} opens them, {@code STADTTOR_MAIL_AUTHSERV_ID} names the server whose
 * Authentication-Results are believed, {@code STADTTOR_MAIL_VERIFY_AT} our servers whose Received fields are believed,
 * so that we verify the sender ourselves with the name server at {@code STADTTOR_MAIL_DNS};
 * {@code STADTTOR_MAIL_LOOP_KEY} knows our own mail again. All are optional.
 */
final class ReaderSettings {

    private ReaderSettings() {}

    static MailReader reader(Map<String, String> settings) throws IOException, GeneralSecurityException {
        String folder = settings.get("STADTTOR_MAIL_KEYS");
        String server = settings.get("STADTTOR_MAIL_AUTHSERV_ID");
        String loop = settings.get("STADTTOR_MAIL_LOOP_KEY");
        return new MailReader(
                loop == null ? LoopMark.UNKNOWN : LoopMark.signedWith(loop.getBytes(StandardCharsets.UTF_8)),
                folder == null
                        ? MailKeys.NONE
                        : KeyFolder.read(Path.of(folder), settings.getOrDefault("STADTTOR_MAIL_KEYS_PASSPHRASE", "")),
                server == null ? ownCheck(settings) : new TrustedServer(server));
    }

    private static SenderCheck ownCheck(Map<String, String> settings) throws UnknownHostException {
        String servers = settings.get("STADTTOR_MAIL_VERIFY_AT");
        if (servers == null) {
            return SenderCheck.NONE;
        }
        String dns = settings.get("STADTTOR_MAIL_DNS");
        return new OwnCheck(
                Set.copyOf(List.of(servers.strip().split("[,\\s]+", -1))),
                dns == null ? NameServers.ofSystem() : NameServers.at(dns));
    }
}
