package de.stadttor.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How we are reached, and how patient we are.
 *
 * @param publicUrl where the outside finds us, scheme, host and port (STADTTOR_PUBLIC_URL)
 * @param bodyLimit most bytes of any body, files included
 * @param readPatience how long a client may stall while it sends a request, or not take what it is sent
 * @param firstWord how long a WebSocket may be open before it is known who is there, or what they want
 */
@ConfigurationProperties("stadttor.web")
public record WebSettings(
        String publicUrl,
        @DefaultValue("20971520") long bodyLimit,
        @DefaultValue("30s") Duration readPatience,
        @DefaultValue("10s") Duration firstWord) {}
