package de.stadttor.channels.form.open311;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the city shows itself to Open311 clients.
 *
 * @param jurisdiction the one that we answer for; the host of the public URL if empty. Whoever names none means it
 * @param contact for people who write such programs
 * @param type {@code production}, or {@code test} for an installation whose requests nobody works on
 */
@ConfigurationProperties("stadttor.open311")
record Open311Settings(
        @DefaultValue("") String jurisdiction,
        @DefaultValue("") String contact,
        @DefaultValue("production") String type) {}
