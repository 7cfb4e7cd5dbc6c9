package de.stadttor.wiring;

import de.stadttor.forms.Forms;
import de.stadttor.shapes.FormMappings;
import de.stadttor.shapes.MappingAdministration;
import de.stadttor.shapes.RulesCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ShapesWiring {

    @Bean
    MappingAdministration mappingAdministration(FormMappings mappings, Forms forms, RulesCheck rules) {
        return new MappingAdministration(mappings, forms, rules);
    }
}
