package de.stadttor.saml.testidp;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RequestPredicates.POST;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import de.stadttor.saml.testidp.answer.Attack;
import de.stadttor.saml.testidp.answer.Attacks;
import de.stadttor.saml.testidp.answer.IdpKey;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * A page on which a person tells the provider to be slow, to be down, to change its key or to attack. Whoever reaches
 * it may use it, so mount it only where one person tries things out.
 */
public final class ConductRoutes {

    private static final Duration SLOW = Duration.ofSeconds(5);

    private final TestIdentityProvider provider;
    private final IdpKey next;

    /** @param next the key that it may announce and change to */
    public ConductRoutes(TestIdentityProvider provider, IdpKey next) {
        this.provider = provider;
        this.next = next;
    }

    /**
     * The route {@code <base>/conduct}.
     *
     * @param base path below which it is, such as {@code /idp}
     */
    public RouterFunction<ServerResponse> under(String base) {
        return route(GET(base + "/conduct"), _ -> page())
                .andRoute(POST(base + "/conduct"), request -> change(request, URI.create(base + "/conduct")));
    }

    private Mono<ServerResponse> page() {
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .bodyValue(ProviderPages.conduct(provider.conduct()));
    }

    private Mono<ServerResponse> change(ServerRequest request, URI page) {
        return request.formData()
                .flatMap(form -> conduct(form)
                        .map(conduct -> changed(conduct, form, page))
                        .orElseGet(() -> ServerResponse.badRequest().build()));
    }

    private Mono<ServerResponse> changed(Conduct conduct, MultiValueMap<String, String> form, URI page) {
        provider.behave(conduct);
        switch (String.valueOf(form.getFirst("key"))) {
            case "announce" -> provider.announce(next);
            case "roll" -> provider.rollTo(next);
            default -> {} // stays as it is
        }
        return ServerResponse.seeOther(page).build();
    }

    private static Optional<Conduct> conduct(MultiValueMap<String, String> form) {
        String name = String.valueOf(form.getFirst("attack"));
        var attack = name.equals(Attack.NONE.name()) ? Optional.of(Attack.NONE) : Attacks.find(name);
        return attack.map(each -> new Conduct(
                form.containsKey("slow") ? SLOW : Duration.ZERO,
                form.containsKey("down"),
                !form.containsKey("readable"),
                each));
    }
}
