package de.stadttor.saml.opensaml;

import de.stadttor.saml.opensaml.StrictXml.Unreadable;
import de.stadttor.saml.profile.IdentityProvider;
import de.stadttor.saml.profile.KeyAndCertificate;
import de.stadttor.saml.profile.RequestBinding;
import de.stadttor.saml.profile.SignatureScheme;
import de.stadttor.saml.profile.TrustedProvider;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.IDPSSODescriptor;
import org.opensaml.saml.saml2.metadata.KeyDescriptor;
import org.opensaml.saml.saml2.metadata.SingleSignOnService;
import org.opensaml.security.credential.UsageType;
import org.opensaml.xmlsec.keyinfo.KeyInfoSupport;

/** Reads an identity provider's metadata and keeps only what there is reason to believe. */
public final class MetadataReader {

    /** Fails with {@link UntrustedMetadata} if the document is unreadable, another's, or holds no pinned key. */
    public IdentityProvider read(byte[] document, TrustedProvider trusted) {
        EntityDescriptor entity = entity(document);
        if (trusted.metadataSigner() != null && !isSigned(entity, trusted.metadataSigner())) {
            throw new UntrustedMetadata("metadata are not signed as they must be");
        }
        if (!trusted.entityId().equals(entity.getEntityID())) {
            throw new UntrustedMetadata("metadata belong to another entity");
        }
        var role = entity.getIDPSSODescriptor(SAMLConstants.SAML20P_NS);
        if (role == null) {
            throw new UntrustedMetadata("metadata describe no SAML 2.0 identity provider");
        }
        var certificates =
                certificates(role).filter(each -> isPinned(each, trusted)).toList();
        if (certificates.isEmpty()) {
            throw new UntrustedMetadata("metadata hold no signing key that is trusted");
        }
        return new IdentityProvider(
                trusted.entityId(),
                addresses(role),
                certificates,
                earlier(entity.getValidUntil(), role.getValidUntil()));
    }

    private static EntityDescriptor entity(byte[] document) {
        try {
            var root = StrictXml.parse(document).getDocumentElement();
            StrictXml.validate(root);
            return StrictXml.typed(root, EntityDescriptor.class);
        } catch (Unreadable e) {
            throw new UntrustedMetadata("metadata cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whichever scheme of ours it is: federations sign their documents with RSA-SHA256 to this day. */
    private static boolean isSigned(EntityDescriptor entity, X509Certificate signer) {
        var signature = entity.getSignature();
        var root = entity.getDOM();
        return signature != null
                && root != null
                && !XmlTree.hasDuplicateIds(XmlTree.elements(root))
                && SignatureCheck.holds(signature, List.of(signer), EnumSet.allOf(SignatureScheme.class));
    }

    /** A key without a stated use serves both uses (SAML 2.0 Metadata, 2.4.1.1). */
    private static Stream<X509Certificate> certificates(IDPSSODescriptor role) {
        return role.getKeyDescriptors().stream()
                .filter(key -> key.getUse() != UsageType.ENCRYPTION)
                .flatMap(MetadataReader::certificates)
                .filter(each -> KeyAndCertificate.isLongEnough(each.getPublicKey()));
    }

    private static Stream<X509Certificate> certificates(KeyDescriptor key) {
        var keyInfo = key.getKeyInfo();
        if (keyInfo == null) {
            return Stream.empty();
        }
        try {
            return KeyInfoSupport.getCertificates(keyInfo).stream();
        } catch (CertificateException e) {
            throw new UntrustedMetadata("metadata hold an unreadable certificate", e);
        }
    }

    private static boolean isPinned(X509Certificate certificate, TrustedProvider trusted) {
        return trusted.pinnedKeys().isEmpty() || trusted.pinnedKeys().contains(Fingerprint.of(certificate));
    }

    private static Map<RequestBinding, URI> addresses(IDPSSODescriptor role) {
        var addresses = new EnumMap<RequestBinding, URI>(RequestBinding.class);
        for (SingleSignOnService service : role.getSingleSignOnServices()) {
            var binding = binding(service.getBinding());
            if (binding != null) {
                addresses.putIfAbsent(binding, address(service));
            }
        }
        return addresses;
    }

    private static @Nullable RequestBinding binding(String uri) {
        return switch (uri) {
            case SAMLConstants.SAML2_POST_BINDING_URI -> RequestBinding.POST;
            case SAMLConstants.SAML2_REDIRECT_BINDING_URI -> RequestBinding.REDIRECT;
            default -> null;
        };
    }

    /** Anything but http would turn our own form into a script ({@code javascript:}). */
    private static URI address(SingleSignOnService service) {
        try {
            URI address = new URI(service.getLocation());
            if (address.getHost() != null && List.of("https", "http").contains(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new UntrustedMetadata("metadata name an address that is none", e);
        }
        throw new UntrustedMetadata("metadata name an address that is no web address");
    }

    private static Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }
}
