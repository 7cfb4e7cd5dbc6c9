package de.stadttor.channels.form;

import de.stadttor.channels.form.shapes.OtherShapes;
import de.stadttor.intake.Receipt;
import de.stadttor.people.Machine;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.PublicUrl;
import de.stadttor.web.Repeats;
import de.stadttor.web.bodies.Bodies;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private final OtherShapes shapes;

    SubmissionsController(
            SubmitForm submitForm, OtherShapes shapes, Multipart multipart, Bodies bodies, PublicUrl publicUrl) {
        this.submitForm = submitForm;
        this.shapes = shapes;
        this.multipart = multipart;
        this.bodies = bodies;
        this.publicUrl = publicUrl;
    }

    /** JSON is a submission, or data with its schema; XML is whatever a mapping is declared for. */
    @PostMapping(
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    Mono<ReceiptView> submitForm(Machine client, ServerHttpRequest request, ServerHttpResponse response) {
        return submit(client, request, response, bodies.whole(request).map(SubmissionsController::withoutFiles));
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
        return body.flatMap(read -> submitted(client, read, key, request))
                .map(receipt -> ReceiptView.answer(receipt, publicUrl, response));
    }

    private Mono<Receipt> submitted(
            Machine client, SubmittedBody body, @Nullable String key, ServerHttpRequest request) {
        if (isXml(request.getHeaders().getContentType())) {
            return submitForm.by(client, body, key, shapes.ofXml(body.json()));
        }
        return OtherShapes.namesSchema(body.json())
                ? submitForm.by(client, body, key, shapes.ofData(body.json()))
                : submitForm.by(client, body, key);
    }

    private static boolean isXml(@Nullable MediaType type) {
        return type != null && type.getSubtype().equals("xml");
    }

    private static SubmittedBody withoutFiles(byte[] body) {
        return new SubmittedBody(body, List.of());
    }
}
