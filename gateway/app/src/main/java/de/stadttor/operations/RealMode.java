package de.stadttor.operations;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** True once an issuer is configured: then the demo with its own issuer stays away. */
public final class RealMode implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return context.getEnvironment().containsProperty("stadttor.operations.issuers[0].name");
    }
}
