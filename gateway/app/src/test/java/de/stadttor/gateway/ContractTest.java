package de.stadttor.gateway;

import de.stadttor.contract.ServedOperations;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

@GatewayTest
class ContractTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void servesEveryPromisedOperationAndNoOther() {
        ServedOperations.assertServedAsPromised(mapping);
    }
}
