package de.stadttor.channels.form.open311;

import de.stadttor.civic.CivicService.Placing;
import de.stadttor.civic.PublicRequests.PublicRequest;
import de.stadttor.civic.Publication;
import de.stadttor.forms.Form;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketState;
import de.stadttor.web.Language;
import de.stadttor.web.PublicUrl;
import de.stadttor.web.Texts;
import de.stadttor.web.bodies.StrictJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as everybody may see it. Names, addresses and what was written are never read here, but for the
 * coordinates, which are rounded.
 */
@Component
final class RequestView {

    private final Texts texts;
    private final PublicUrl publicUrl;

    RequestView(Texts texts, PublicUrl publicUrl) {
        this.texts = texts;
        this.publicUrl = publicUrl;
    }

    ObjectNode of(PublicRequest request, Form form, Language language) {
        Ticket ticket = request.ticket();
        ObjectNode view = JsonNodeFactory.instance.objectNode();
        view.put("service_request_id", ticket.number().toString());
        view.put("status", ticket.state() == TicketState.CLOSED ? "closed" : "open");
        view.put(
                "status_notes",
                texts.of(language, "state." + ticket.state().shown().code()));
        view.put("service_name", form.texts(language.code()).title());
        view.put("service_code", request.service().code());
        view.put(
                "description",
                request.publication() == null ? null : request.publication().description());
        view.put("agency_responsible", request.agency());
        view.putNull("service_notice");
        view.put("requested_datetime", ticket.createdAt().toString());
        view.put("updated_datetime", ticket.updatedAt().toString());
        view.putNull("expected_datetime");
        putPlace(view, ticket, request.service().placing());
        view.put("media_url", photo(ticket, request.publication()));
        return view;
    }

    private static void putPlace(ObjectNode view, Ticket ticket, Placing placing) {
        view.putNull("address");
        view.putNull("address_id");
        view.putNull("zipcode");
        view.put("lat", rounded(ticket, placing, placing.latitude()));
        view.put("long", rounded(ticket, placing, placing.longitude()));
    }

    private static @Nullable BigDecimal rounded(Ticket ticket, Placing placing, @Nullable String field) {
        String fields = ticket.origin().fields();
        if (fields == null || field == null) {
            return null;
        }
        JsonNode degrees =
                StrictJson.read(fields.getBytes(StandardCharsets.UTF_8)).path(field);
        return degrees.isNumber() ? degrees.decimalValue().setScale(placing.decimals(), RoundingMode.HALF_UP) : null;
    }

    private @Nullable String photo(Ticket ticket, @Nullable Publication released) {
        return released == null || released.photo() == null
                ? null
                : publicUrl.resolve("/open311/v2/requests/" + ticket.number() + "/photo");
    }
}
