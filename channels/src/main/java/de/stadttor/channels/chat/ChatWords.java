package de.stadttor.channels.chat;

import de.stadttor.chats.Availability;
import de.stadttor.web.Language;
import de.stadttor.web.Texts;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What we say to people in a chat ourselves. */
@Component
final class ChatWords {

    private final Texts texts;

    ChatWords(Texts texts) {
        this.texts = texts;
    }

    String refused(Language language, String code) {
        return texts.of(language, "chat.error." + code);
    }

    String unattended(Language language, Availability.State reason) {
        return texts.of(language, "chat.unattended." + code(reason));
    }

    String withheld(Language language) {
        return texts.of(language, "chat.withheld");
    }

    static String code(Availability.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
