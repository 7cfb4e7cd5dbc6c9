package de.stadttor.operations;

import de.stadttor.identity.login.ProfileSettings;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** True once an issuer or an identity provider is configured: then the demo with its own stays away. */
public final class RealMode implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return in(context.getEnvironment());
    }

    /** The same, before there is any bean. */
    public static boolean in(Environment environment) {
        return environment.containsProperty("stadttor.operations.issuers[0].name")
                || ProfileSettings.present(environment);
    }
}
