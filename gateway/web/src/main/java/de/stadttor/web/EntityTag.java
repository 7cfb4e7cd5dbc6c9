package de.stadttor.web;

import de.stadttor.seals.Sha256;
import java.util.Base64;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Names a representation by what it is: another level, language or state is another tag. */
@Component
public final class EntityTag {

    private final JsonMapper json;

    EntityTag(JsonMapper json) {
        this.json = json;
    }

    /** The strong tag of a view, quotes included. */
    public String of(Object view) {
        byte[] hash = Sha256.of(json.writeValueAsBytes(view));
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + '"';
    }
}
