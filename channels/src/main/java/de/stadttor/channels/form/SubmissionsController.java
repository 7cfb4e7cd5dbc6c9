package de.stadttor.channels.form;

import de.stadttor.people.Machine;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.PublicUrl;
import de.stadttor.web.Repeats;
import de.stadttor.web.bodies.Bodies;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/intake/v1/submissions")
final class SubmissionsController {

    private final SubmitForm submitForm;
    private final Multipart multipart;
    private final Bodies bodies;
    private final PublicUrl publicUrl;

    SubmissionsController(SubmitForm submitForm, Multipart multipart, Bodies bodies, PublicUrl publicUrl) {
        this.submitForm = submitForm;
        this.multipart = multipart;
        this.bodies = bodies;
        this.publicUrl = publicUrl;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ReceiptView> submitForm(Machine client, ServerHttpRequest request, ServerHttpResponse response) {
        return submit(client, request, response, bodies.bytes(request).map(json -> new SubmittedBody(json, List.of())));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ReceiptView> submitForm(
            Machine client,
            @RequestBody Flux<PartEvent> parts,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        return submit(client, request, response, multipart.read(parts));
    }

    private Mono<ReceiptView> submit(
            Machine client, ServerHttpRequest request, ServerHttpResponse response, Mono<SubmittedBody> body) {
        if (!client.may(Machine.Right.SUBMIT)) {
            return Mono.error(() -> new Refused(new Refusal.NotAllowed()));
        }
        String key = Repeats.key(request.getHeaders());
        return body.flatMap(read -> submitForm.by(client, read, key))
                .map(receipt -> ReceiptView.answer(receipt, publicUrl, response));
    }
}
