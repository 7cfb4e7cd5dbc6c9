package de.stadttor.saml.metadata;

import de.stadttor.saml.testidp.answer.IdpKey;
import de.stadttor.saml.testidp.answer.IdpXml;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Metadata as federations publish them: signed as a whole with RSA-SHA256, by the JDK. */
final class SignedDocument {

    private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    private SignedDocument() {}

    static String of(String xml, IdpKey signer) throws Exception {
        Document document = IdpXml.parse(xml);
        Element root = document.getDocumentElement();
        root.setAttribute("ID", "_signed");
        root.setIdAttribute("ID", true);
        var factory = XMLSignatureFactory.getInstance("DOM");
        var transforms = List.of(
                factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null));
        var reference = factory.newReference("#_signed", factory.newDigestMethod(SHA256, null), transforms, null, null);
        var signedInfo = factory.newSignedInfo(
                factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                factory.newSignatureMethod(RSA_SHA256, null),
                List.of(reference));
        factory.newXMLSignature(signedInfo, null)
                .sign(new DOMSignContext(signer.privateKey(), root, root.getFirstChild()));
        return IdpXml.text(document);
    }
}
