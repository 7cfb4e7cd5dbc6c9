package de.stadttor.store.files;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the virus scanner listens.
 *
 * @param host of clamd; empty for none, which the desk then shows with every file
 * @param patience longest time for one file; a file that takes longer counts as not scanned
 */
@ConfigurationProperties("stadttor.scanner")
public record ScannerSettings(
        @DefaultValue("") String host,
        @DefaultValue("3310") int port,
        @DefaultValue("30s") Duration patience) {}
