package de.stadttor.saml.testidp.answer;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.crypto.dsig.spec.XPathFilterParameterSpec;
import javax.xml.crypto.dsig.spec.XSLTTransformParameterSpec;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Signs an element within itself, with the JDK's own XML signatures. */
final class XmlSigner {

    private static final String IDENTITY = """
        <xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">\
        <xsl:template match="@*|node()"><xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy></xsl:template>\
        </xsl:stylesheet>\
        """;

    private final XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");

    /** Puts the signature behind the element's Issuer. */
    void sign(Element element, SigningPlan plan) {
        element.setIdAttribute("ID", true);
        Element issuer = IdpXml.first(element, IdpXml.SAML, "Issuer");
        var context = new DOMSignContext(plan.key().privateKey(), element, issuer.getNextSibling());
        context.setDefaultNamespacePrefix("ds");
        context.setProperty("org.jcp.xml.dsig.secureValidation", false);
        try {
            var signedInfo = factory.newSignedInfo(
                    factory.newCanonicalizationMethod(plan.canonicalization(), (C14NMethodParameterSpec) null),
                    factory.newSignatureMethod(plan.algorithm(), null),
                    List.of(reference(element, plan)));
            factory.newXMLSignature(signedInfo, keyInfo(plan)).sign(context);
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new IllegalStateException("cannot sign as planned", e);
        }
    }

    private Reference reference(Element element, SigningPlan plan) throws GeneralSecurityException {
        var transforms = new ArrayList<Transform>();
        for (String each : plan.transforms()) {
            transforms.add(factory.newTransform(each, parameters(each)));
        }
        String uri = plan.emptyReference() ? "" : "#" + element.getAttribute("ID");
        return factory.newReference(uri, factory.newDigestMethod(plan.digest(), null), transforms, null, null);
    }

    private static @Nullable TransformParameterSpec parameters(String transform) {
        return switch (transform) {
            case SigningPlan.XPATH -> new XPathFilterParameterSpec("not(ancestor-or-self::*[@unsigned])");
            case SigningPlan.XSLT ->
                new XSLTTransformParameterSpec(
                        new DOMStructure(IdpXml.parse(IDENTITY).getDocumentElement()));
            default -> null;
        };
    }

    private KeyInfo keyInfo(SigningPlan plan) {
        var keys = factory.getKeyInfoFactory();
        return keys.newKeyInfo(List.of(keys.newX509Data(List.of(plan.key().certificate()))));
    }
}
