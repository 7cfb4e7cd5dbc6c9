package de.stadttor.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.web.problems.TestProblems;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;

class OverloadTest {

    private final AtomicBoolean congested = new AtomicBoolean();
    private final Overload overload = overload();

    @Test
    void letsEverybodyInWhileNothingIsCongested() {
        assertThat(asked("/api/citizen/v1/tickets").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void tellsWhoComesDuringACongestionToComeAgain() {
        congested.set(true);
        MockServerHttpResponse answer = asked("/api/citizen/v1/tickets");
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
        assertThat(answer.getBodyAsString().block()).contains("/problems/busy");
        congested.set(false);
        assertThat(asked("/api/citizen/v1/tickets").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void alwaysAnswersWhoeverWatches() {
        congested.set(true);
        assertThat(asked("/actuator/health/liveness").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    private MockServerHttpResponse asked(String path) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
        overload.filter(exchange, passed -> {
                    passed.getResponse().setStatusCode(HttpStatus.OK);
                    return passed.getResponse().setComplete();
                })
                .block();
        return exchange.getResponse();
    }

    private Overload overload() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("quiet", (Bottleneck) () -> false);
        beans.addBean("door", (Bottleneck) congested::get);
        return new Overload(beans.getBeanProvider(Bottleneck.class), TestProblems.writer());
    }
}
