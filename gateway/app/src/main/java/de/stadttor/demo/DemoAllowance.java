package de.stadttor.demo;

import de.stadttor.web.limits.Allowance;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** A demo's few personas stand for a city, and may ask as much as fifty of them. */
@Component
@Conditional(DemoMode.class)
final class DemoAllowance implements Allowance {

    @Override
    public int factor() {
        return 50;
    }
}
