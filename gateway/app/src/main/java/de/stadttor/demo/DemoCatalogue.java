package de.stadttor.demo;

import de.stadttor.store.server.CatalogueLoader;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts the demo's queues and forms into its database; those that are there stay as they are. */
@Component
@Conditional(DemoMode.class)
final class DemoCatalogue implements InitializingBean {

    private final CatalogueLoader loader;
    private final JsonMapper json;

    DemoCatalogue(CatalogueLoader loader, JsonMapper json) {
        this.loader = loader;
        this.json = json;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        try (InputStream file = new ClassPathResource("catalogue.json", DemoCatalogue.class).getInputStream()) {
            loader.load(json.readTree(file));
        }
    }
}
