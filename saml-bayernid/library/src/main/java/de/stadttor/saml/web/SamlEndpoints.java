package de.stadttor.saml.web;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RequestPredicates.POST;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import de.stadttor.saml.AssuranceLevel;
import de.stadttor.saml.CryptoWorkers;
import de.stadttor.saml.login.PendingLogins;
import de.stadttor.saml.login.StartLogin;
import de.stadttor.saml.outcome.OutcomeTexts;
import de.stadttor.saml.profile.SamlProfiles;
import de.stadttor.saml.response.FinishLogin;
import java.time.Duration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Our four paths as one router function.
 *
 * @param lifetime how long the browser's cookie lives, no shorter than a pending login
 * @param usualLevel what is asked for when a link names no level
 */
public record SamlEndpoints(
        SamlPaths paths,
        SamlProfiles profiles,
        CryptoWorkers workers,
        StartLogin start,
        FinishLogin finish,
        PendingLogins pending,
        LoginNotes notes,
        LoginHandler handler,
        Duration lifetime,
        AssuranceLevel usualLevel) {

    /** Everything else than GET and POST where they belong is 405: answers by Redirect do not exist here. */
    public RouterFunction<ServerResponse> routes() {
        OutcomeTexts.read();
        var cookie = new LoginCookie(paths, lifetime);
        var starts = new StartEndpoint(profiles, start, notes, handler, cookie, usualLevel);
        var consumer = new ConsumerEndpoint(profiles, finish, handler, cookie);
        return route(GET(SamlPaths.METADATA), new MetadataEndpoint(profiles, workers)::handle)
                .andRoute(GET(SamlPaths.LOGIN), starts::handle)
                .andRoute(POST(SamlPaths.CONSUMER), consumer::handle)
                .andRoute(GET(SamlPaths.BACK), new BackEndpoint(profiles, pending, handler, cookie)::handle)
                .andRoute(
                        path(SamlPaths.CONSUMER),
                        _ -> ServerResponse.status(HttpStatus.METHOD_NOT_ALLOWED)
                                .allow(HttpMethod.POST)
                                .build());
    }
}
