package de.stadttor.saml.testidp;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RequestPredicates.POST;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import de.stadttor.saml.testidp.answer.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The provider over HTTP, to be mounted into any WebFlux application. It keeps no state between the pages: the request
 * travels through the form and is checked again. Signing burns CPU, so it runs on the bounded-elastic scheduler.
 */
public final class ProviderRoutes {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final TestIdentityProvider provider;
    private final List<Person> people;

    public ProviderRoutes(TestIdentityProvider provider, List<Person> people) {
        this.provider = provider;
        this.people = List.copyOf(people);
    }

    /**
     * The routes {@code <base>/metadata} and {@code <base>/sso}.
     *
     * @param base path below which they are, such as {@code /demo/idp}
     */
    public RouterFunction<ServerResponse> under(String base) {
        return route(GET(base + "/metadata"), _ -> metadata())
                .andRoute(GET(base + "/sso"), this::byRedirect)
                .andRoute(POST(base + "/sso"), this::byPost)
                .filter((request, next) -> conducted(next.handle(request)));
    }

    private Mono<ServerResponse> conducted(Mono<ServerResponse> answer) {
        var conduct = provider.conduct();
        if (conduct.down()) {
            return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        return conduct.delay().isZero() ? answer : Mono.delay(conduct.delay()).then(answer);
    }

    private Mono<ServerResponse> metadata() {
        return Mono.defer(() -> ServerResponse.ok()
                .contentType(MediaType.parseMediaType("application/samlmetadata+xml"))
                .bodyValue(provider.metadata()));
    }

    private Mono<ServerResponse> byRedirect(ServerRequest request) {
        String query = request.uri().getRawQuery();
        var incoming = new IncomingRequest.ByRedirect(query == null ? "" : query);
        return page(() ->
                ProviderPages.choice(provider.read(incoming), people, Map.of("RedirectQuery", incoming.rawQuery())));
    }

    private Mono<ServerResponse> byPost(ServerRequest request) {
        return request.formData().flatMap(form -> page(() -> reply(form)));
    }

    private String reply(MultiValueMap<String, String> form) {
        IncomingRequest incoming = incoming(form);
        LoginRequest request = provider.read(incoming);
        if (!form.containsKey("persona") && !form.containsKey("action")) {
            return ProviderPages.choice(request, people, hidden(form));
        }
        return ProviderPages.answer(decide(request, incoming.relayState(), form));
    }

    private Answer decide(LoginRequest request, String relayState, MultiValueMap<String, String> form) {
        return switch (value(form, "action")) {
            case "cancel" -> provider.refuse(request, relayState, Failure.CANCELLED);
            case "deny" -> provider.refuse(request, relayState, Failure.DENIED);
            default -> provider.login(request, relayState, person(value(form, "persona")), means(value(form, "means")));
        };
    }

    private Person person(String id) {
        return people.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RequestRefused("persona-unknown"));
    }

    private static LoginMeans means(String field) {
        return LoginMeans.ofField(field).orElseThrow(() -> new RequestRefused("means-unknown"));
    }

    private static IncomingRequest incoming(MultiValueMap<String, String> form) {
        return form.containsKey("RedirectQuery")
                ? new IncomingRequest.ByRedirect(value(form, "RedirectQuery"))
                : new IncomingRequest.ByPost(value(form, "SAMLRequest"), value(form, "RelayState"));
    }

    private static Map<String, String> hidden(MultiValueMap<String, String> form) {
        var hidden = new LinkedHashMap<String, String>();
        hidden.put("SAMLRequest", value(form, "SAMLRequest"));
        hidden.put("RelayState", value(form, "RelayState"));
        return hidden;
    }

    private static String value(MultiValueMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value;
    }

    private static Mono<ServerResponse> page(Callable<String> html) {
        return Mono.fromCallable(html)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(text -> respond(HttpStatus.OK, text))
                .onErrorResume(
                        RequestRefused.class,
                        refused -> respond(HttpStatus.BAD_REQUEST, ProviderPages.refused(refused)));
    }

    private static Mono<ServerResponse> respond(HttpStatus status, String html) {
        return ServerResponse.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .bodyValue(html);
    }
}
