package de.stadttor.desk;

import de.stadttor.files.FileId;
import de.stadttor.idempotency.Outcome;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caseworker;
import de.stadttor.ticketing.DeskTickets;
import de.stadttor.ticketing.DeskTickets.Written;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.TicketId;
import de.stadttor.web.Contract;
import de.stadttor.web.Downloads;
import de.stadttor.web.Received;
import de.stadttor.web.Repeats;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/desk/v1/tickets/{id}")
final class ConversationController {

    private final DeskTickets tickets;
    private final Downloads downloads;

    ConversationController(DeskTickets tickets, Downloads downloads) {
        this.tickets = tickets;
        this.downloads = downloads;
    }

    @PostMapping("/replies")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<MessageView> replyToTicket(
            @PathVariable TicketId id,
            @Contract("desk.yaml#NewReply") Received<NewReply> reply,
            Caseworker caseworker,
            ServerWebExchange exchange) {
        var key = Repeats.key(exchange.getRequest(), caseworker, "reply to " + id, reply.fingerprint());
        return tickets.reply(caseworker, id, reply.value().text(), reply.value().level(), key)
                .map(written -> answer(written, exchange));
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<MessageView> addNote(
            @PathVariable TicketId id,
            @Contract("desk.yaml#NewNote") Received<NewNote> note,
            Caseworker caseworker,
            ServerWebExchange exchange) {
        var key = Repeats.key(exchange.getRequest(), caseworker, "note at " + id, note.fingerprint());
        return tickets.note(caseworker, id, note.value().text(), key).map(written -> answer(written, exchange));
    }

    @GetMapping("/messages/{messageId}/files/{fileId}")
    Mono<ResponseEntity<Flux<DataBuffer>>> downloadFile(
            @PathVariable TicketId id,
            @PathVariable MessageId messageId,
            @PathVariable FileId fileId,
            Caseworker caseworker) {
        return tickets.file(caseworker, id, messageId, fileId).map(downloads::of);
    }

    private static MessageView answer(Outcome<Written> written, ServerWebExchange exchange) {
        Repeats.mark(exchange.getResponse(), written.repeated());
        return MessageView.of(written.value().message(), written.value().ticket());
    }

    record NewReply(String text, @Nullable String requiredLevel) {

        @Nullable
        AssuranceLevel level() {
            return requiredLevel == null ? null : AssuranceLevel.of(requiredLevel);
        }
    }

    record NewNote(String text) {}
}
