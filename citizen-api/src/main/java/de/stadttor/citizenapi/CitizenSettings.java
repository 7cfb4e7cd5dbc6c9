package de.stadttor.citizenapi;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What citizens' frontends meet.
 *
 * @param queue key of the queue for concerns that name no service
 */
@ConfigurationProperties("stadttor.citizen")
record CitizenSettings(@DefaultValue("buergerbuero") String queue) {}
