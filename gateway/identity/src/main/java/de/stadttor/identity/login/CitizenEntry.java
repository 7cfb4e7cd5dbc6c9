package de.stadttor.identity.login;

import de.stadttor.identity.session.LoginCookie;
import de.stadttor.identity.session.NoticePage;
import de.stadttor.logins.LetIn;
import de.stadttor.logins.LoginResult;
import de.stadttor.saml.outcome.CitizenLogin;
import de.stadttor.saml.outcome.LoginOutcome.NotLoggedIn;
import de.stadttor.saml.web.LoginHandler;
import de.stadttor.saml.web.SessionLoginHandler;
import de.stadttor.web.Language;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What follows a login: a session, or a page that says why there is none. */
@Component
final class CitizenEntry implements LoginHandler {

    /** Only its page for endings without a login is used, which keeps nothing. */
    private final LoginHandler pages = new SessionLoginHandler();

    private final LetIn letIn;
    private final LoginReader reader;
    private final LoginCookie cookie;
    private final NoticePage notice;

    CitizenEntry(LetIn letIn, LoginReader reader, LoginCookie cookie, NoticePage notice) {
        this.letIn = letIn;
        this.reader = reader;
        this.cookie = cookie;
        this.notice = notice;
    }

    @Override
    public Mono<ServerResponse> loggedIn(ServerRequest request, CitizenLogin login) {
        return letIn.with(reader.read(login), SessionNotes.session(login.note()))
                .flatMap(result -> answer(request, login, result));
    }

    private Mono<ServerResponse> answer(ServerRequest request, CitizenLogin login, LoginResult result) {
        return switch (result) {
            case LoginResult.Entered entered ->
                ServerResponse.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, login.returnTo())
                        .cacheControl(CacheControl.noStore())
                        .cookie(cookie.of(entered.secret()))
                        .build();
            case LoginResult.AnotherPerson _ -> {
                HttpHeaders headers = request.headers().asHttpHeaders();
                yield ServerResponse.status(HttpStatus.FORBIDDEN)
                        .headers(page -> page.putAll(NoticePage.headers()))
                        .bodyValue(notice.anotherPerson(Language.of(headers), login.returnTo()));
            }
        };
    }

    @Override
    public Mono<ServerResponse> notLoggedIn(ServerRequest request, NotLoggedIn outcome) {
        return pages.notLoggedIn(request, outcome);
    }
}
