package de.stadttor.channels.email.secure;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/** Says who signed with S/MIME and whether to believe it. */
final class SmimeSigner {

    private final MailKeys keys;
    private final Provider provider;

    SmimeSigner(MailKeys keys, Provider provider) {
        this.keys = keys;
        this.provider = provider;
    }

    Protection verdict(CMSSignedData data, Protection before) {
        for (SignerInformation signer : data.getSignerInfos().getSigners()) {
            X509CertificateHolder certificate = certificate(data, signer);
            if (certificate == null) {
                return before.signed(Protection.Signature.UNKNOWN_KEY, null);
            }
            if (!isRight(signer, certificate)) {
                return before.signed(Protection.Signature.INVALID, null);
            }
            boolean trusted = isTrusted(certificate, data.getCertificates().getMatches(null));
            return before.signed(
                    trusted ? Protection.Signature.TRUSTED : Protection.Signature.VALID, address(certificate));
        }
        return before;
    }

    private static @Nullable X509CertificateHolder certificate(CMSSignedData data, SignerInformation signer) {
        return data.getCertificates().getMatches(null).stream()
                .filter(candidate -> signer.getSID().match(candidate))
                .findFirst()
                .orElse(null);
    }

    private boolean isRight(SignerInformation signer, X509CertificateHolder certificate) {
        try {
            X509Certificate plain =
                    new JcaX509CertificateConverter().setProvider(provider).getCertificate(certificate);
            // The public key alone: an expired certificate does not make the content another.
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(provider)
                    .build(plain.getPublicKey()));
        } catch (CMSException | GeneralSecurityException | OperatorCreationException | RuntimeException wrong) {
            return false;
        }
    }

    private boolean isTrusted(X509CertificateHolder certificate, Collection<X509CertificateHolder> carried) {
        if (keys.anchors().isEmpty()) {
            return false;
        }
        try {
            JcaX509CertificateConverter converter = new JcaX509CertificateConverter().setProvider(provider);
            List<X509Certificate> known = new ArrayList<>();
            for (X509CertificateHolder holder : carried) {
                known.add(converter.getCertificate(holder));
            }
            Set<TrustAnchor> anchors = keys.anchors().stream()
                    .map(anchor -> new TrustAnchor(anchor, null))
                    .collect(Collectors.toSet());
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(converter.getCertificate(certificate));
            PKIXBuilderParameters path = new PKIXBuilderParameters(anchors, target);
            path.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(known)));
            path.setRevocationEnabled(false);
            CertPathBuilder.getInstance("PKIX").build(path);
            return true;
        } catch (GeneralSecurityException | RuntimeException unproven) {
            return false;
        }
    }

    private static @Nullable String address(X509CertificateHolder certificate) {
        GeneralNames names = GeneralNames.fromExtensions(certificate.getExtensions(), Extension.subjectAlternativeName);
        if (names != null) {
            for (GeneralName name : names.getNames()) {
                if (name.getTagNo() == GeneralName.rfc822Name) {
                    return name.getName().toString();
                }
            }
        }
        var subject = certificate.getSubject().getRDNs(BCStyle.E);
        return subject.length == 0 ? null : subject[0].getFirst().getValue().toString();
    }
}
