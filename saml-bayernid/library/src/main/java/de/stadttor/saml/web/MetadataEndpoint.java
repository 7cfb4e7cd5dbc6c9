package de.stadttor.saml.web;

import de.stadttor.saml.CryptoWorkers;
import de.stadttor.saml.opensaml.ServiceMetadataWriter;
import de.stadttor.saml.profile.SamlProfiles;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** {@code GET /saml2/metadata/{profile}}: who we are, for the identity provider. */
final class MetadataEndpoint {

    private static final MediaType SAML_METADATA = MediaType.parseMediaType("application/samlmetadata+xml");

    private final ServiceMetadataWriter writer = new ServiceMetadataWriter();
    private final SamlProfiles profiles;
    private final CryptoWorkers workers;

    MetadataEndpoint(SamlProfiles profiles, CryptoWorkers workers) {
        this.profiles = profiles;
        this.workers = workers;
    }

    Mono<ServerResponse> handle(ServerRequest request) {
        return Mono.justOrEmpty(profiles.find(request.pathVariable("profile")))
                .flatMap(profile -> workers.call(() -> writer.write(profile)))
                .flatMap(document ->
                        ServerResponse.ok().contentType(SAML_METADATA).bodyValue(document))
                .onErrorResume(
                        RejectedExecutionException.class,
                        _ -> ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                                .build())
                .switchIfEmpty(Mono.defer(() -> ServerResponse.notFound().build()));
    }
}
