package de.stadttor.channels.form.page;

import de.stadttor.channels.form.Multipart;
import de.stadttor.channels.form.ReceiptView;
import de.stadttor.channels.form.Submission;
import de.stadttor.channels.form.SubmitForm;
import de.stadttor.channels.form.SubmittedBody;
import de.stadttor.channels.form.Submitter.Visitor;
import de.stadttor.forms.Form;
import de.stadttor.forms.Forms;
import de.stadttor.people.Citizen;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.BadRequest;
import de.stadttor.web.PublicUrl;
import de.stadttor.web.Received;
import de.stadttor.web.Repeats;
import de.stadttor.web.StepUp;
import de.stadttor.web.WebSettings;
import de.stadttor.web.bodies.Bodies;
import de.stadttor.web.proofofwork.Challenge;
import de.stadttor.web.proofofwork.ProofOfWork;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the page of a form asks for, and where it sends what was filled in. */
@RestController
@RequestMapping("/formular/{form}")
final class FilledFormsController {

    private static final String CONTRACT = "forms.yaml#FilledForm";

    /** Nobody guesses a random UUID, so that knowing one is as good as having filled in its form. */
    private static final Pattern RANDOM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private final Forms forms;
    private final SubmitForm submitForm;
    private final Multipart multipart;
    private final Bodies bodies;
    private final ProofOfWork proofs;
    private final PublicUrl publicUrl;
    private final long bodyLimit;
    private final Clock clock;

    FilledFormsController(
            Forms forms,
            SubmitForm submitForm,
            Multipart multipart,
            Bodies bodies,
            ProofOfWork proofs,
            PublicUrl publicUrl,
            WebSettings settings,
            Clock clock) {
        bodies.require(CONTRACT);
        this.forms = forms;
        this.submitForm = submitForm;
        this.multipart = multipart;
        this.bodies = bodies;
        this.proofs = proofs;
        this.publicUrl = publicUrl;
        this.bodyLimit = settings.bodyLimit();
        this.clock = clock;
    }

    @GetMapping("/definition")
    Mono<DefinitionView> readDefinition(
            @PathVariable String form, @Nullable Citizen visitor, ServerWebExchange exchange) {
        return open(form)
                .map(found -> DefinitionView.of(found, visitor, bodyLimit, StepUp.url(exchange, found.submitLevel())));
    }

    @GetMapping("/challenge")
    Mono<Challenge> setChallenge(@PathVariable String form) {
        return open(form).map(found -> proofs.challenge(found.key()));
    }

    @PostMapping(path = "/submissions", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ReceiptView> sendForm(@PathVariable String form, @Nullable Citizen visitor, ServerWebExchange exchange) {
        return send(
                form,
                visitor,
                exchange,
                bodies.bytes(exchange.getRequest()).map(json -> new SubmittedBody(json, List.of())));
    }

    @PostMapping(path = "/submissions", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ReceiptView> sendForm(
            @PathVariable String form,
            @Nullable Citizen visitor,
            @RequestBody Flux<PartEvent> parts,
            ServerWebExchange exchange) {
        return send(form, visitor, exchange, multipart.read(parts));
    }

    private Mono<Form> open(String form) {
        return forms.find(form, null)
                .filter(found -> found.page().open() && found.accepts(clock.instant()))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())));
    }

    /** Key and proof are looked at before anything of the body is read. */
    private Mono<ReceiptView> send(
            String form, @Nullable Citizen citizen, ServerWebExchange exchange, Mono<SubmittedBody> body) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        String id = id(headers);
        var visitor = new Visitor(form, citizen, citizen == null ? proofs.verified(headers, form) : null);
        return body.flatMap(read -> submitForm.by(visitor, read, id, json -> submission(json, visitor, id)))
                .map(receipt -> ReceiptView.answer(receipt, publicUrl, exchange.getResponse()));
    }

    private Received<Submission> submission(byte[] json, Visitor visitor, String id) {
        Received<FilledForm> received = bodies.read(json, CONTRACT, FilledForm.class);
        return new Received<>(received.value().submission(visitor, id), received.fingerprint());
    }

    private static String id(HttpHeaders headers) {
        String key = Repeats.key(headers);
        if (key == null || !RANDOM.matcher(key).matches()) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, Repeats.KEY);
        }
        return key;
    }
}
