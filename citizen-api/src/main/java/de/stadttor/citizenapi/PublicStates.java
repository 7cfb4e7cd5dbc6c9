package de.stadttor.citizenapi;

import de.stadttor.ticketing.PublicState;
import de.stadttor.web.Language;
import de.stadttor.web.Texts;
import org.springframework.stereotype.Component;

/** Where a ticket stands, in the citizen's language. */
@Component
final class PublicStates {

    private final Texts texts;

    PublicStates(Texts texts) {
        this.texts = texts;
    }

    View view(PublicState state, Language language) {
        return new View(state.code(), texts.of(language, "state." + state.code()));
    }

    record View(String code, String text) {}
}
