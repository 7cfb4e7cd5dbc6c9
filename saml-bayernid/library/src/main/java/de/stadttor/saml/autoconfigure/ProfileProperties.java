package de.stadttor.saml.autoconfigure;

import de.stadttor.saml.citizen.CitizenAttribute;
import de.stadttor.saml.profile.RequestBinding;
import de.stadttor.saml.profile.SignatureScheme;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One identity provider.
 *
 * @param provider who it is and why its metadata are believed
 * @param organizationDisplayName name of the online service as people see it at the provider, at most 50 characters
 * @param onlineServiceId id given out by the ministry; BundID demands one, for BayernID that is not published
 * @param entityId our own name there; by default the address of our metadata. It decides every person's key
 * @param binding how our request travels
 * @param requestSignature how our request is signed; some older installations may want RSA_SHA256
 * @param means what may be offered to log in with, as on the wire; by default what the provider of that name has
 * @param attributes what to ask for; the person's key, means and level are always asked for
 * @param requiredAttributes which of them a login fails without; the person's key always is
 * @param responseSignatures which signatures are accepted; the operators' exact choice is not published
 * @param clockSkew how far the provider's clock may be off, at most 5 minutes; no official figure is published
 * @param longestValidity how old an answer may be at most, 1 to 60 minutes
 * @param encryptionRequired whether a readable assertion is refused; say no only towards a test provider
 */
public record ProfileProperties(
        @NotNull @Valid ProviderProperties provider,
        @NotEmpty @Size(max = 50) String organizationDisplayName,
        @Nullable String onlineServiceId,
        @Nullable String entityId,
        @DefaultValue("POST") RequestBinding binding,
        @DefaultValue("RSA_PSS_SHA256") SignatureScheme requestSignature,
        @Nullable List<String> means,

        @DefaultValue({
            "GIVEN_NAME",
            "SURNAME",
            "BIRTH_DATE",
            "POSTAL_ADDRESS",
            "POSTAL_CODE",
            "LOCALITY",
            "MAIL",
            "INBOX_HANDLE"
        })
        Set<CitizenAttribute> attributes,

        @DefaultValue Set<CitizenAttribute> requiredAttributes,

        @DefaultValue({"RSA_PSS_SHA256", "RSA_PSS_SHA384", "RSA_PSS_SHA512"}) @NotEmpty
        Set<SignatureScheme> responseSignatures,

        @DefaultValue("90s") @DurationMin(seconds = 0) @DurationMax(minutes = 5)
        Duration clockSkew,

        @DefaultValue("10m") @DurationMin(minutes = 1) @DurationMax(minutes = 60)
        Duration longestValidity,

        @DefaultValue("true") boolean encryptionRequired) {

    /**
     * The identity provider and its metadata.
     *
     * @param entityId its name, compared exactly
     * @param metadata where its metadata are: {@code file:}, {@code classpath:} or {@code https:}
     * @param pinnedKeys SHA-256 fingerprints of its signing certificates in hex, with or without colons; may be left
     *     out only for local or signed metadata
     * @param metadataCertificate X.509 in PEM, or where it is: whose signature the metadata must bear; by default they
     *     need not be signed
     */
    public record ProviderProperties(
            @NotEmpty String entityId,
            @NotNull URI metadata,
            @DefaultValue Set<String> pinnedKeys,
            @Nullable String metadataCertificate) {}
}
