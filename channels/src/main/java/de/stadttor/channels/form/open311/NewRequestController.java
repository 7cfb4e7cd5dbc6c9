package de.stadttor.channels.form.open311;

import de.stadttor.channels.form.SubmitForm;
import de.stadttor.channels.form.SubmittedBody;
import de.stadttor.civic.ApiKey;
import de.stadttor.civic.CivicService;
import de.stadttor.civic.IssuedApiKeys;
import de.stadttor.civic.PublicRequests;
import de.stadttor.events.Ids;
import de.stadttor.forms.Forms;
import de.stadttor.intake.Receipt;
import de.stadttor.people.Machine;
import de.stadttor.web.Language;
import de.stadttor.web.Repeats;
import de.stadttor.web.Texts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes requests in: each becomes a ticket by the same way as every other submission. */
@RestController
final class NewRequestController {

    private final IssuedApiKeys keys;
    private final PublicRequests requests;
    private final Forms forms;
    private final SubmitForm submitForm;
    private final RequestTokens tokens;
    private final GeoReport report;
    private final Texts texts;
    private final Ids ids;

    NewRequestController(
            IssuedApiKeys keys,
            PublicRequests requests,
            Forms forms,
            SubmitForm submitForm,
            RequestTokens tokens,
            GeoReport report,
            Texts texts,
            Ids ids) {
        this.keys = keys;
        this.requests = requests;
        this.forms = forms;
        this.submitForm = submitForm;
        this.tokens = tokens;
        this.report = report;
        this.texts = texts;
        this.ids = ids;
    }

    @PostMapping("/open311/v2/requests.{format:json|xml}")
    Mono<ResponseEntity<byte[]>> makeRequest(@PathVariable String format, ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        return exchange.getFormData()
                .map(body -> new Parameters(body, exchange.getRequest().getQueryParams()))
                .flatMap(given -> key(given)
                        .doOnNext(_ -> report.refuseOthers(given.text("jurisdiction_id")))
                        .flatMap(key -> request(given).flatMap(request -> submit(key, request, headers))))
                .map(made -> report.answer(HttpStatus.CREATED, Format.of(format), "service_requests", "request", made))
                .checkpoint("open311 request");
    }

    private Mono<ApiKey> key(Parameters given) {
        String secret = given.text("api_key");
        return (secret == null ? Mono.<ApiKey>empty() : keys.recognize(secret))
                .switchIfEmpty(Mono.error(() -> new GeoReportError(HttpStatus.FORBIDDEN, "key-unknown", "api_key")));
    }

    private Mono<NewRequest> request(Parameters given) {
        String code = given.text("service_code");
        if (code == null) {
            return Mono.error(() -> new GeoReportError(HttpStatus.BAD_REQUEST, "missing", "service_code"));
        }
        return requests.service(code)
                .flatMap(service -> forms.find(service.form(), null).map(form -> NewRequest.of(service, form, given)))
                .switchIfEmpty(
                        Mono.error(() -> new GeoReportError(HttpStatus.NOT_FOUND, "service-unknown", "service_code")));
    }

    /** The specification has no way to repeat safely; who sends our header can. */
    private Mono<ArrayNode> submit(ApiKey key, NewRequest request, HttpHeaders headers) {
        Language language = Language.of(headers);
        String repeat = Repeats.key(headers);
        String id = repeat == null ? ids.next().toString() : repeat;
        var body = new SubmittedBody(request.submission(id, language), List.of());
        return submitForm
                .by(
                        new Machine(
                                key.reference(),
                                Set.of(Machine.Right.SUBMIT),
                                Set.of(request.form().key())),
                        body,
                        repeat)
                .map(receipt -> made(request.service(), receipt, request.given().text("account_id"), language));
    }

    private ArrayNode made(CivicService service, Receipt receipt, @Nullable String account, Language language) {
        ArrayNode list = report.nodes();
        ObjectNode made = list.addObject();
        switch (service.kind()) {
            case REALTIME -> made.put("service_request_id", receipt.number().toString());
            case BATCH -> made.put("token", tokens.of(receipt.ticket()));
        }
        made.put("service_notice", texts.of(language, "open311.notice"));
        made.put("account_id", account);
        return list;
    }
}
