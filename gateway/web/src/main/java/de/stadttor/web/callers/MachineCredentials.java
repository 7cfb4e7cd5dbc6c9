package de.stadttor.web.callers;

import de.stadttor.machines.RecognizedClients;
import de.stadttor.people.Machine;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a client system can show: a token, a signature, or a certificate. Who sends a token means it; who signs means
 * that; a certificate counts for who shows nothing else.
 */
@Component
final class MachineCredentials implements ServerAuthenticationConverter {

    private final ServerAuthenticationConverter bearer = new ServerBearerTokenAuthenticationConverter();
    private final RecognizedClients clients;
    private final ClientCertificates certificates;

    MachineCredentials(RecognizedClients clients, ClientCertificates certificates) {
        this.clients = clients;
        this.certificates = certificates;
    }

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = request.getHeaders();
        if (headers.containsHeader(HttpHeaders.AUTHORIZATION)) {
            return bearer.convert(exchange);
        }
        return headers.containsHeader(SignedRequest.INPUT)
                ? known(Mono.defer(() -> clients.bySignature(new SignedRequest(request).read())))
                : shown(certificates.thumbprint(request));
    }

    private Mono<Authentication> shown(@Nullable String thumbprint) {
        return thumbprint == null ? Mono.empty() : known(clients.byCertificate(thumbprint));
    }

    private static Mono<Authentication> known(Mono<Machine> machine) {
        return machine.<Authentication>map(CallerAuthentication::new)
                .switchIfEmpty(Mono.error(() -> new BadCredentialsException("no client of ours")));
    }
}
