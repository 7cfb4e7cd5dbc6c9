package de.stadttor.identity.login;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * Completes the settings of identity providers ({@code stadttor.saml.profiles}): our address is told once, for
 * everything, and no more is asked about a person than is kept.
 */
public final class ProfileSettings implements EnvironmentPostProcessor, Ordered {

    private static final String PROFILES = "stadttor.saml.profiles";
    private static final Bindable<Map<String, Object>> BY_NAME = Bindable.mapOf(String.class, Object.class);

    /** Whether citizens log in with an identity provider that the operator configured. */
    public static boolean present(Environment environment) {
        return !profiles(environment).isEmpty();
    }

    private static Map<String, Object> profiles(Environment environment) {
        return Binder.get(environment).bind(PROFILES, BY_NAME).orElse(Map.of());
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var profiles = profiles(environment);
        if (!profiles.isEmpty()) {
            Map<String, Object> usual = new LinkedHashMap<>();
            usual.put("stadttor.saml.public-url", environment.getProperty("stadttor.web.public-url", ""));
            profiles.keySet()
                    .forEach(name -> usual.put(PROFILES + "." + name + ".attributes", "GIVEN_NAME,SURNAME,MAIL"));
            environment.getPropertySources().addLast(new MapPropertySource("usual profiles", usual));
        }
    }

    /** After the files with the settings were read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
