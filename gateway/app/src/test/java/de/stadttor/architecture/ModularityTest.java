package de.stadttor.architecture;

import de.stadttor.GatewayApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void everyFeatureUsesOnlyThePublicFaceOfOthers() {
        ApplicationModules.of(GatewayApplication.class, new ShippedClasses()).verify();
    }
}
