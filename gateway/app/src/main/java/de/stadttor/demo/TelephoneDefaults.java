package de.stadttor.demo;

import de.stadttor.operations.RealMode;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Lets a telephone system push its events to the demo, as far as nobody has configured another token. */
public final class TelephoneDefaults implements EnvironmentPostProcessor, Ordered {

    private static final Map<String, Object> TOKEN = Map.of("STADTTOR_CTI_TOKEN", "demo-cti");

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!RealMode.in(environment)) {
            environment.getPropertySources().addLast(new MapPropertySource("the demo's telephone", TOKEN));
        }
    }
}
