package de.stadttor.citizenapi;

import de.stadttor.idempotency.RequestKey;
import de.stadttor.intake.InboundMessage;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Origin;
import de.stadttor.web.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A concern in the citizen's own words. */
record NewConcern(@Nullable String service, String subject, String text) {

    InboundMessage inbound(Citizen citizen, String queue, Language language, @Nullable RequestKey key) {
        return new InboundMessage(
                key == null ? List.of() : List.of(key),
                citizen.reference(),
                new InboundMessage.Sender.Known(citizen.id()),
                citizen.representation(),
                citizen.name(),
                null,
                queue,
                subject,
                text,
                List.of(),
                AssuranceLevel.BASIC,
                new Origin(Channel.PORTAL, null, language.code(), citizen.level(), null));
    }
}
