package de.stadttor.demo;

import de.stadttor.store.server.AppointmentLoader;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts the demo's offices, services and hours into its database; those that are there stay as they are. */
@Component
@Conditional(DemoMode.class)
final class DemoAppointments implements InitializingBean {

    private final AppointmentLoader loader;
    private final JsonMapper json;

    DemoAppointments(AppointmentLoader loader, JsonMapper json) {
        this.loader = loader;
        this.json = json;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        try (InputStream file = new ClassPathResource("appointments.json", DemoAppointments.class).getInputStream()) {
            loader.load(json.readTree(file));
        }
    }
}
