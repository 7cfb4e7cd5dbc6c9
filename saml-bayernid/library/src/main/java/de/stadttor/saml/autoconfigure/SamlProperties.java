package de.stadttor.saml.autoconfigure;

import de.stadttor.saml.AssuranceLevel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The service provider's settings.
 *
 * @param publicUrl how browsers reach the application: scheme, host and, if any, path. Never taken from a request
 * @param signing our signing keys; the first signs, all are published. 1 to 3
 * @param decryption our decryption keys; all are published and tried. 1 to 3
 * @param operator who runs the service, for the people who read our metadata; left out if not set
 * @param profiles the identity providers by the name that stands in our paths, such as {@code bayernid}
 * @param usualLevel what is asked for when a link names no level
 * @param loginLifetime how long a person may take at the identity provider, 1 minute to 2 hours
 * @param metadataReload how often metadata are read again, 1 minute to 1 day
 * @param workers most messages verified at once, 1 to 64; default is twice the number of processors
 * @param queue most messages waiting for a worker, 1 to 10000; beyond that people are asked to try again
 */
@Validated
@ConfigurationProperties("stadttor.saml")
public record SamlProperties(
        @NotNull URI publicUrl,
        @NotEmpty @Size(max = 3) List<@Valid KeyProperties> signing,
        @NotEmpty @Size(max = 3) List<@Valid KeyProperties> decryption,
        @Nullable @Valid OperatorProperties operator,
        @NotEmpty Map<String, @Valid ProfileProperties> profiles,
        @DefaultValue("substantial") AssuranceLevel usualLevel,

        @DefaultValue("15m") @DurationMin(minutes = 1) @DurationMax(hours = 2)
        Duration loginLifetime,

        @DefaultValue("15m") @DurationMin(minutes = 1) @DurationMax(days = 1)
        Duration metadataReload,

        @DefaultValue("0") @Min(0) @Max(64) int workers,
        @DefaultValue("200") @Min(1) @Max(10000) int queue) {

    private static final int WORKERS_PER_PROCESSOR = 2;

    int workersOrUsual() {
        return workers > 0
                ? workers
                : WORKERS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
    }

    /**
     * One key pair.
     *
     * @param privateKey RSA in PEM, or where it is ({@code file:…}, {@code classpath:…})
     * @param certificate X.509 in PEM, or where it is
     */
    public record KeyProperties(
            @NotEmpty String privateKey, @NotEmpty String certificate) {}

    /**
     * Who runs the service.
     *
     * @param name of the organization
     * @param website of the organization
     * @param technicalMail whom to write to when a login breaks
     * @param supportMail whom people may be sent to
     */
    public record OperatorProperties(
            @NotEmpty String name,
            @NotNull URI website,
            @NotEmpty @Email String technicalMail,
            @NotEmpty @Email String supportMail) {}
}
