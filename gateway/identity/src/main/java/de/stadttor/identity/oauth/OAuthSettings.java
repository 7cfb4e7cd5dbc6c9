package de.stadttor.identity.oauth;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The applications that citizens may log in to.
 *
 * @param clients each is written to the register at start; one that is left out here stays as it was
 */
@ConfigurationProperties("stadttor.oauth")
record OAuthSettings(@DefaultValue List<Application> clients) {

    OAuthSettings {
        clients = List.copyOf(clients);
    }

    /**
     * @param id its {@code client_id}
     * @param name for people
     * @param redirects addresses that answers may go to; none shuts it out
     */
    record Application(String id, String name, @DefaultValue List<String> redirects) {}
}
