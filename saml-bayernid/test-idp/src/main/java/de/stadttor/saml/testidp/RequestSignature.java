package de.stadttor.saml.testidp;

import de.stadttor.saml.testidp.answer.IdpXml;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Element;

/** Whether a request was signed by its sender, by either binding; with the JDK's own XML signatures. */
final class RequestSignature {

    private static final String PSS = "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1";
    private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    private RequestSignature() {}

    static boolean isValid(IncomingRequest request, Element root, ServiceProvider sender) {
        return sender.signing().stream().anyMatch(certificate -> switch (request) {
            case IncomingRequest.ByPost _ -> isEnveloped(root, certificate);
            case IncomingRequest.ByRedirect redirect -> isDetached(redirect, certificate);
        });
    }

    private static boolean isEnveloped(Element root, X509Certificate certificate) {
        List<Element> signatures = IdpXml.all(root, IdpXml.DSIG, "Signature");
        if (signatures.size() != 1 || !root.isSameNode(signatures.getFirst().getParentNode())) {
            return false;
        }
        root.setIdAttribute("ID", true);
        var context = new DOMValidateContext(certificate.getPublicKey(), signatures.getFirst());
        context.setProperty("org.jcp.xml.dsig.secureValidation", true);
        try {
            var signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            var references = signature.getSignedInfo().getReferences();
            return references.size() == 1
                    && references.getFirst().getURI().equals("#" + root.getAttribute("ID"))
                    && List.of(PSS, RSA_SHA256)
                            .contains(signature
                                    .getSignedInfo()
                                    .getSignatureMethod()
                                    .getAlgorithm())
                    && signature.validate(context);
        } catch (MarshalException | XMLSignatureException e) {
            return false;
        }
    }

    private static boolean isDetached(IncomingRequest.ByRedirect request, X509Certificate certificate) {
        String relayState = request.rawValue("RelayState");
        String signed = "SAMLRequest=" + request.rawValue("SAMLRequest")
                + (relayState.isEmpty() ? "" : "&RelayState=" + relayState)
                + "&SigAlg=" + request.rawValue("SigAlg");
        try {
            var signature = engine(request.value("SigAlg"));
            signature.initVerify(certificate.getPublicKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getMimeDecoder().decode(request.value("Signature")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Signature engine(String algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case RSA_SHA256 -> Signature.getInstance("SHA256withRSA");
            case PSS -> {
                var signature = Signature.getInstance("RSASSA-PSS");
                signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
                yield signature;
            }
            default -> throw new GeneralSecurityException("algorithm not accepted");
        };
    }
}
