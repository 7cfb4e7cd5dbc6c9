package de.stadttor.citizenapi;

import de.stadttor.files.FileId;
import de.stadttor.people.Citizen;
import de.stadttor.ticketing.CitizenTickets;
import de.stadttor.ticketing.MessageId;
import de.stadttor.ticketing.TicketId;
import de.stadttor.web.Contract;
import de.stadttor.web.Cursors;
import de.stadttor.web.Downloads;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/citizen/v1/tickets/{id}/messages")
final class MessagesController {

    private final CitizenTickets tickets;
    private final Downloads downloads;
    private final Cursors cursors;

    MessagesController(CitizenTickets tickets, Downloads downloads, Cursors cursors) {
        this.tickets = tickets;
        this.downloads = downloads;
        this.cursors = cursors;
    }

    @GetMapping
    Mono<Page<MessageView>> listMessages(
            @PathVariable TicketId id,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Citizen citizen) {
        String filter = "messages of " + id;
        String after = cursors.open(citizen, filter, cursor);
        return Page.of(
                tickets.conversation(citizen, id, after == null ? null : MessageId.of(after), limit.oneMore()),
                limit.value(),
                MessageView::of,
                last -> cursors.close(citizen, filter, last.message().id().toString()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<MessageView> writeMessage(
            @PathVariable TicketId id,
            @Contract("citizen.yaml#NewMessage") Received<NewMessage> message,
            Citizen citizen,
            ServerWebExchange exchange) {
        var key = Repeats.key(exchange.getRequest(), citizen, "write to " + id, message.fingerprint());
        return tickets.write(citizen, id, message.value().text(), key)
                .doOnNext(written -> Repeats.mark(exchange.getResponse(), written.repeated()))
                .map(written -> MessageView.of(written.value()));
    }

    @GetMapping("/{messageId}/files/{fileId}")
    Mono<ResponseEntity<Flux<DataBuffer>>> downloadFile(
            @PathVariable TicketId id,
            @PathVariable MessageId messageId,
            @PathVariable FileId fileId,
            Citizen citizen) {
        return tickets.file(citizen, id, messageId, fileId).map(downloads::of);
    }

    record NewMessage(String text) {}
}
