package de.stadttor.wiring;

import de.stadttor.forms.Editions;
import de.stadttor.forms.FormAdministration;
import de.stadttor.forms.FormContent;
import de.stadttor.forms.FormRules;
import de.stadttor.ticketing.Queues;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FormWiring {

    @Bean
    FormAdministration formAdministration(Editions editions, Queues queues, FormContent content, Clock clock) {
        return new FormAdministration(editions, new FormRules(queues, content), clock);
    }
}
