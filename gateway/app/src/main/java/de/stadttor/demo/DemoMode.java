package de.stadttor.demo;

import de.stadttor.operations.RealMode;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Conditional;

/** True while nobody has configured an issuer. */
final class DemoMode extends NoneNestedConditions {

    DemoMode() {
        super(ConfigurationPhase.REGISTER_BEAN);
    }

    @Conditional(RealMode.class)
    static final class Real {}
}
