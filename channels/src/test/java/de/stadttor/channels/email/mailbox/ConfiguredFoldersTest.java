package de.stadttor.channels.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadttor.channels.email.mailbox.server.Afterwards;
import de.stadttor.mailboxes.FolderName;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ConfiguredFoldersTest {

    @Test
    void readsEachFolderOfEachMailbox() {
        var folders = folders(Map.of(
                "stadttor.mail.mailboxes.amt.host", "mail.stadt.test",
                "stadttor.mail.mailboxes.amt.user", "amt",
                "stadttor.mail.mailboxes.amt.password", "geheim",
                "stadttor.mail.mailboxes.amt.folders", "INBOX,Formulare",
                "stadttor.mail.mailboxes.amt.after", "move"));
        assertThat(folders)
                .extracting(WatchedFolder::name)
                .containsExactly(new FolderName("amt", "INBOX"), new FolderName("amt", "Formulare"));
        assertThat(folders).extracting(WatchedFolder::afterwards).containsOnly(new Afterwards.Move("Stadttor"));
    }

    @Test
    void needsNoHostWithAPreset() {
        assertThat(folders(Map.of(
                        "stadttor.mail.mailboxes.amt.preset", "microsoft365",
                        "stadttor.mail.mailboxes.amt.user", "amt@stadt.test",
                        "stadttor.mail.mailboxes.amt.oauth.client-id", "app",
                        "stadttor.mail.mailboxes.amt.oauth.client-secret", "geheim")))
                .hasSize(1);
    }

    @Test
    void tellsWhichSettingIsMissing() {
        assertThatThrownBy(() -> folders(Map.of(
                        "stadttor.mail.mailboxes.amt.host", "mail.stadt.test",
                        "stadttor.mail.mailboxes.amt.user", "amt")))
                .hasMessage("stadttor.mail.mailboxes.amt.password is missing");
    }

    @Test
    void refusesToMoveMailsByPop3() {
        assertThatThrownBy(() -> folders(Map.of(
                        "stadttor.mail.mailboxes.amt.host", "mail.stadt.test",
                        "stadttor.mail.mailboxes.amt.protocol", "pop3",
                        "stadttor.mail.mailboxes.amt.after", "move")))
                .hasMessageStartingWith("stadttor.mail.mailboxes.amt.after: move");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "999ms", "61m", "-1s"})
    void refusesToLookTooOftenOrTooSeldom(String poll) {
        assertThatThrownBy(() -> folders(Map.of(
                        "stadttor.mail.mailboxes.amt.host", "mail.stadt.test",
                        "stadttor.mail.mailboxes.amt.user", "amt",
                        "stadttor.mail.mailboxes.amt.password", "geheim",
                        "stadttor.mail.mailboxes.amt.poll", poll)))
                .hasMessageStartingWith("stadttor.mail.mailboxes.amt.poll: ")
                .hasMessageEndingWith(" (expected: PT1S to PT1H)");
    }

    @Test
    void showsNoPasswordWhenItIsPrinted() {
        assertThat(settings(Map.of("stadttor.mail.mailboxes.amt.password", "geheim"))
                        .toString())
                .doesNotContain("geheim");
    }

    private static List<WatchedFolder> folders(Map<String, String> properties) {
        var folders = new ConfiguredFolders(Clock.systemUTC(), name -> {
            throw new IllegalArgumentException(name);
        });
        return folders.of(settings(properties));
    }

    private static MailboxSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("stadttor.mail", MailboxSettings.class)
                .get();
    }
}
