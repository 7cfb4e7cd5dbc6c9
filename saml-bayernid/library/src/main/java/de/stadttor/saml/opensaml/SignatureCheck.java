package de.stadttor.saml.opensaml;

import de.stadttor.saml.profile.SignatureScheme;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.shibboleth.utilities.java.support.resolver.CriteriaSet;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.SecurityException;
import org.opensaml.security.credential.Credential;
import org.opensaml.security.credential.UsageType;
import org.opensaml.security.credential.impl.StaticCredentialResolver;
import org.opensaml.security.criteria.UsageCriterion;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.SignatureValidationParameters;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.keyinfo.impl.StaticKeyInfoCredentialResolver;
import org.opensaml.xmlsec.signature.Signature;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidationParametersCriterion;
import org.opensaml.xmlsec.signature.support.impl.ExplicitKeySignatureTrustEngine;

/**
 * Whether one signature covers exactly its parent and was made with a pinned key. What the message says about keys is
 * not looked at.
 */
final class SignatureCheck {

    private static final Set<String> DIGESTS = Set.of(
            EncryptionConstants.ALGO_ID_DIGEST_SHA256,
            SignatureConstants.ALGO_ID_DIGEST_SHA384,
            EncryptionConstants.ALGO_ID_DIGEST_SHA512);

    private SignatureCheck() {}

    /** True only if shape, algorithms and cryptography all hold. */
    static boolean holds(Signature signature, List<X509Certificate> pinned, Set<SignatureScheme> schemes) {
        try {
            new SAMLSignatureProfileValidator().validate(signature);
            var element = signature.getDOM();
            return element != null && SignatureForm.isPlain(element) && isTrusted(signature, pinned, schemes);
        } catch (SignatureException | SecurityException e) {
            return false;
        }
    }

    private static boolean isTrusted(Signature signature, List<X509Certificate> pinned, Set<SignatureScheme> schemes)
            throws SecurityException {
        List<Credential> keys =
                pinned.stream().<Credential>map(BasicX509Credential::new).toList();
        var engine = new ExplicitKeySignatureTrustEngine(
                new StaticCredentialResolver(keys), new StaticKeyInfoCredentialResolver(List.of()));
        var criteria = new CriteriaSet(
                new UsageCriterion(UsageType.SIGNING), new SignatureValidationParametersCriterion(allowed(schemes)));
        return engine.validate(signature, criteria);
    }

    private static SignatureValidationParameters allowed(Set<SignatureScheme> schemes) {
        Collection<String> algorithms = Stream.concat(schemes.stream().map(SignatureScheme::uri), DIGESTS.stream())
                .collect(Collectors.toUnmodifiableSet());
        var parameters = new SignatureValidationParameters();
        parameters.setWhitelistedAlgorithms(algorithms);
        return parameters;
    }
}
