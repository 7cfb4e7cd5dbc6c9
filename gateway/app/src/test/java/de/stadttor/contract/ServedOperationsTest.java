package de.stadttor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class ServedOperationsTest {

    @Test
    void namesWhatAControllerServes() {
        assertThat(ServedOperations.served(serving(new Tickets())))
                .containsExactly("ANY /anything doAnything", "GET /api/desk/v1/tickets/{} readTicket");
    }

    @Test
    void namesWhatTheContractsPromise() {
        assertThat(ServedOperations.promised(Contracts.load()))
                .contains("GET /api/desk/v1/tickets/{} readTicket", "POST /api/intake/v1/submissions submitForm")
                .noneMatch(line -> line.contains("/actuator/"));
    }

    @Test
    void refusesAServiceThatDiffersFromThePromise() {
        assertThatThrownBy(() -> ServedOperations.assertServedAsPromised(serving(new Tickets())))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("doAnything");
    }

    private static RequestMappingHandlerMapping serving(Object controller) {
        var mapping = new Mappings();
        mapping.afterPropertiesSet();
        mapping.detectHandlerMethods(controller);
        return mapping;
    }

    private static final class Mappings extends RequestMappingHandlerMapping {

        @Override
        public void afterPropertiesSet() {
            setApplicationContext(new StaticApplicationContext());
            super.afterPropertiesSet();
        }

        @Override
        protected void detectHandlerMethods(Object handler) {
            super.detectHandlerMethods(handler);
        }
    }

    @Controller
    static final class Tickets {

        @GetMapping("/api/desk/v1/tickets/{ticket}")
        void readTicket(@PathVariable String ticket) {}

        @RequestMapping("/anything")
        void doAnything() {}
    }
}
