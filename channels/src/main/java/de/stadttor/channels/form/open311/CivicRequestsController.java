package de.stadttor.channels.form.open311;

import de.stadttor.civic.PublicRequests;
import de.stadttor.civic.PublicRequests.PublicRequest;
import de.stadttor.forms.Form;
import de.stadttor.forms.Forms;
import de.stadttor.ticketing.TicketId;
import de.stadttor.ticketing.TicketNumber;
import de.stadttor.web.Language;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;

/** What everybody may know of requests. */
@RestController
@RequestMapping("/open311/v2")
final class CivicRequestsController {

    private final PublicRequests requests;
    private final Forms forms;
    private final RequestTokens tokens;
    private final RequestView view;
    private final GeoReport report;
    private final Clock clock;

    CivicRequestsController(
            PublicRequests requests,
            Forms forms,
            RequestTokens tokens,
            RequestView view,
            GeoReport report,
            Clock clock) {
        this.requests = requests;
        this.forms = forms;
        this.tokens = tokens;
        this.view = view;
        this.report = report;
        this.clock = clock;
    }

    @GetMapping("/requests.{format:json|xml}")
    Mono<ResponseEntity<byte[]>> readRequests(@PathVariable String format, ServerWebExchange exchange) {
        return Mono.defer(() -> {
            var search = new Search(parameters(exchange));
            var numbers = search.numbers();
            return answer(
                    numbers.isEmpty() ? requests.find(search.window(clock.instant())) : requests.find(numbers),
                    format,
                    exchange);
        });
    }

    /** A list of one, as the specification has it. */
    @GetMapping("/requests/{id}.{format:json|xml}")
    Mono<ResponseEntity<byte[]>> readRequest(
            @PathVariable String id, @PathVariable String format, ServerWebExchange exchange) {
        parameters(exchange);
        return answer(
                Mono.defer(() -> find(id))
                        .switchIfEmpty(unknown("request-unknown"))
                        .flux(),
                format,
                exchange);
    }

    @GetMapping("/tokens/{token}.{format:json|xml}")
    Mono<ResponseEntity<byte[]>> readToken(
            @PathVariable String token, @PathVariable String format, ServerWebExchange exchange) {
        parameters(exchange);
        return Mono.fromSupplier(() -> tokens.read(token))
                .flatMap(requests::find)
                .switchIfEmpty(unknown("token-unknown"))
                .map(found -> {
                    ArrayNode list = report.nodes();
                    list.addObject()
                            .put("service_request_id", found.ticket().number().toString())
                            .put("token", token);
                    return report.answer(HttpStatus.OK, Format.of(format), "service_requests", "request", list);
                });
    }

    private Parameters parameters(ServerWebExchange exchange) {
        var parameters = new Parameters(
                new LinkedMultiValueMap<>(), exchange.getRequest().getQueryParams());
        report.refuseOthers(parameters.text("jurisdiction_id"));
        return parameters;
    }

    /** By the number that we tell, or by the ticket's id that only its own people know. */
    private Mono<PublicRequest> find(String id) {
        TicketNumber number = Search.number(id);
        if (number != null) {
            return requests.find(number);
        }
        TicketId ticket = ticket(id);
        return ticket == null ? Mono.empty() : requests.find(ticket);
    }

    private static @Nullable TicketId ticket(String id) {
        try {
            return TicketId.of(id);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Mono<ResponseEntity<byte[]>> answer(Flux<PublicRequest> found, String format, ServerWebExchange exchange) {
        Language language = Language.of(exchange.getRequest().getHeaders());
        return found.collectList()
                .flatMap(list -> formsOf(list).map(known -> views(list, known, language)))
                .map(views -> report.answer(HttpStatus.OK, Format.of(format), "service_requests", "request", views));
    }

    private Mono<Map<String, Form>> formsOf(List<PublicRequest> list) {
        return Flux.fromIterable(list)
                .map(request -> request.service().form())
                .distinct()
                .concatMap(form -> forms.find(form, null))
                .collectMap(Form::key);
    }

    private ArrayNode views(List<PublicRequest> list, Map<String, Form> known, Language language) {
        ArrayNode views = report.nodes();
        for (PublicRequest request : list) {
            Form form = known.get(request.service().form());
            if (form != null) {
                views.add(view.of(request, form, language));
            }
        }
        return views;
    }

    private static Mono<PublicRequest> unknown(String text) {
        return Mono.error(() -> new GeoReportError(HttpStatus.NOT_FOUND, text, ""));
    }
}
