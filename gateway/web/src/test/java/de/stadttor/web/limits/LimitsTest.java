package de.stadttor.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.people.Machine;
import de.stadttor.web.problems.TestProblems;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

class LimitsTest {

    private static final LimitSettings SETTINGS = new LimitSettings(
            List.of(), new Rate(1, 2), new Rate(1, 2), new Rate(1, 1), new Rate(1, 1), new Rate(1, 1), new Rate(1, 3));
    private static final WebFilterChain ANSWERS = exchange -> answer(exchange, HttpStatus.OK);
    private static final WebFilterChain REFUSES = exchange -> answer(exchange, HttpStatus.UNAUTHORIZED);
    private static final String ACCESS = "/api/citizen/v1/access";

    private final FailureLimit failures = new FailureLimit(
            SETTINGS, new StaticListableBeanFactory().getBeanProvider(Allowance.class), TestProblems.writer());
    private final CallerLimit callers = new CallerLimit(
            SETTINGS, new StaticListableBeanFactory().getBeanProvider(Allowance.class), TestProblems.writer());

    @Test
    void aCallerSeesWhatIsLeftAndThenIsToldToComeLater() {
        assertThat(asked("formserver").getHeaders().getFirst("RateLimit-Policy"))
                .isEqualTo("\"caller\";q=3;w=3");
        assertThat(asked("formserver").getHeaders().getFirst("RateLimit")).startsWith("\"caller\";r=1;t=");
        assertThat(asked("formserver").getStatusCode()).isEqualTo(HttpStatus.OK);
        MockServerHttpResponse refused = asked("formserver");
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(refused.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
        assertThat(refused.getBodyAsString().block()).contains("/problems/too-many-requests");
    }

    @Test
    void oneCallersHasteIsNoOthersLoss() {
        for (int times = 0; times < 4; times++) {
            asked("formserver");
        }
        assertThat(asked("callcentre").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void whoIsNobodyIsLeftToAuthorization() {
        var exchange = exchange("203.0.113.7", "/api/desk/v1/tickets");
        callers.filter(exchange, REFUSES).block();
        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(exchange.getResponse().getHeaders().containsHeader("RateLimit"))
                .isFalse();
    }

    @Test
    void anAddressThatIsRefusedTooOftenIsNotHeardForAWhile() {
        assertThat(tried("203.0.113.7", REFUSES)).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(tried("203.0.113.7", REFUSES)).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(tried("203.0.113.7", ANSWERS)).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(tried("203.0.113.8", ANSWERS)).isEqualTo(HttpStatus.OK);
    }

    @Test
    void guessingLinksIsAFailureToo() {
        WebFilterChain unknown = exchange -> answer(exchange, HttpStatus.NOT_FOUND);
        for (int times = 0; times < 2; times++) {
            failures.filter(exchange("203.0.113.7", ACCESS), unknown).block();
        }
        assertThat(tried("203.0.113.7", ANSWERS)).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void whatSucceedsCostsAnAddressNothing() {
        for (int times = 0; times < 10; times++) {
            assertThat(tried("203.0.113.7", ANSWERS)).isEqualTo(HttpStatus.OK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/saml2/login/bayernid", "/saml2/acs/bayernid", "/oauth2/token", "/logout"})
    void anAddressCannotBeginLoginsWithoutEnd(String path) {
        var logins = new StrangerLimit(
                SETTINGS, new StaticListableBeanFactory().getBeanProvider(Allowance.class), TestProblems.writer());
        var answers = Stream.of("203.0.113.7", "203.0.113.7", "203.0.113.7", "203.0.113.8")
                .map(address -> exchange(address, path))
                .map(exchange -> {
                    logins.filter(exchange, ANSWERS).block();
                    return exchange.getResponse().getStatusCode().value();
                });
        assertThat(answers).containsExactly(200, 200, 429, 200);
    }

    @Test
    void anAddressCannotSendFormsWithoutEndWhateverItsLogins() {
        var strangers = new StrangerLimit(
                SETTINGS, new StaticListableBeanFactory().getBeanProvider(Allowance.class), TestProblems.writer());
        var answers = Stream.of("/formular/insektennest/submissions", "/formular/anderes/challenge", "/logout")
                .map(path -> exchange("203.0.113.7", path))
                .map(exchange -> {
                    strangers.filter(exchange, ANSWERS).block();
                    return exchange.getResponse().getStatusCode().value();
                });
        assertThat(answers).containsExactly(200, 429, 200);
    }

    @Test
    void whatIsNoLoginCostsNothingOfIt() {
        var logins = new StrangerLimit(
                SETTINGS, new StaticListableBeanFactory().getBeanProvider(Allowance.class), TestProblems.writer());
        for (int times = 0; times < 10; times++) {
            var exchange = exchange("203.0.113.7", ACCESS);
            logins.filter(exchange, ANSWERS).block();
            assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.OK);
        }
    }

    private MockServerHttpResponse asked(String client) {
        var exchange = exchange("203.0.113.7", "/api/intake/v1/forms");
        var caller = new TestingAuthenticationToken(new Machine(client, Set.of()), null);
        callers.filter(exchange, ANSWERS)
                .contextWrite(ReactiveSecurityContextHolder.withAuthentication(caller))
                .block();
        return exchange.getResponse();
    }

    private HttpStatus tried(String address, WebFilterChain chain) {
        var exchange = exchange(address, "/api/citizen/v1/me");
        failures.filter(exchange, chain).block();
        return (HttpStatus) exchange.getResponse().getStatusCode();
    }

    private static MockServerWebExchange exchange(String address, String path) {
        return MockServerWebExchange.from(
                MockServerHttpRequest.post(path).remoteAddress(new InetSocketAddress(address, 4711)));
    }

    private static Mono<Void> answer(ServerWebExchange exchange, HttpStatus status) {
        exchange.getResponse().setStatusCode(status);
        return exchange.getResponse().setComplete();
    }
}
