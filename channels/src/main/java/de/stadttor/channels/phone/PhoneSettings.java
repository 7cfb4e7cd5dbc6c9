package de.stadttor.channels.phone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this installation decided about calls.
 *
 * @param queue key of the queue for calls of which the rules say nothing else
 * @param region ISO 3166 country of numbers without a country code
 * @param cti tokens of telephone systems that push events, by a name for each
 * @param masks detectors of what nobody may keep: {@code iban}, {@code card}, {@code number}, {@code password}
 * @param patterns further ones, as regular expressions (RE2) by the name that stands in the place of what they find
 * @param unsure words below this confidence are marked
 * @param patience how long to wait for missing pieces, or an end that nobody tells
 * @param keep how long calls are kept after something was told of them last
 * @param keepRecording how long references to recordings are kept where nobody says otherwise
 */
@ConfigurationProperties("stadttor.phone")
record PhoneSettings(
        String queue,
        @DefaultValue("DE") String region,
        @DefaultValue Map<String, String> cti,

        @DefaultValue({"iban", "card", "number", "password"})
        List<String> masks,

        @DefaultValue Map<String, String> patterns,
        @DefaultValue("0.5") double unsure,
        @DefaultValue("10m") Duration patience,
        @DefaultValue("180d") Duration keep,
        @DefaultValue("90d") Duration keepRecording) {}
