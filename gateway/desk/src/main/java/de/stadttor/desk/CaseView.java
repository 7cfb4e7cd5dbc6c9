package de.stadttor.desk;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.stadttor.ticketing.Contact;
import de.stadttor.ticketing.DeskTickets.Case;
import de.stadttor.ticketing.Origin;
import de.stadttor.ticketing.Ticket;
import de.stadttor.ticketing.TicketId;
import de.stadttor.web.bodies.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A ticket with everything that the desk knows of it. */
record CaseView(
        @JsonUnwrapped TicketItem ticket,
        long version,
        @Nullable String form,
        @Nullable Integer formVersion,
        String language,
        CitizenView citizen,
        JsonNode fields,
        Map<String, Object> customFields,
        @Nullable UUID possiblyRelatedTo,
        List<MessageView> messages) {

    static CaseView of(Case read) {
        Ticket ticket = read.ticket();
        Origin.FormReference form = ticket.origin().form();
        TicketId related = ticket.possiblyRelated();
        return new CaseView(
                TicketItem.of(ticket),
                ticket.version(),
                form == null ? null : form.key(),
                form == null ? null : form.version(),
                ticket.origin().language(),
                CitizenView.of(ticket),
                fields(ticket.origin().fields()),
                FieldJson.write(ticket.customFields()),
                related == null ? null : related.value(),
                read.messages().stream()
                        .map(message ->
                                MessageView.of(message, ticket, read.originals().get(message.id())))
                        .toList());
    }

    /** The tag that a change must name. */
    static String tag(Case read) {
        return "\"" + read.ticket().version() + "\"";
    }

    private static JsonNode fields(@Nullable String json) {
        return StrictJson.read((json == null ? "{}" : json).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Who it is from.
     *
     * @param level how firmly the identity was proven on arrival
     * @param anonymous true when no verified identity stands behind it
     */
    record CitizenView(@Nullable String name, @Nullable String email, String level, boolean anonymous) {

        static CitizenView of(Ticket ticket) {
            Contact contact = ticket.contact();
            return new CitizenView(
                    contact.name(), contact.email(), ticket.origin().level().code(), contact.anonymous());
        }
    }
}
