package de.stadttor.saml.testidp;

import de.stadttor.saml.testidp.answer.IdpKey;
import de.stadttor.saml.testidp.answer.IdpXml;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Element;

/** A service provider of our own for these tests, which asks rightly unless told otherwise. */
final class Requests {

    static final URI PROVIDER = URI.create("https://idp.test.example/idp");
    static final Instant NOW = Instant.parse("2026-11-22T09:15:00Z");
    static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    static final String RSA_SHA1 = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
    static final String ENTITY = "https://gateway.musterstadt.example/saml";

    /** Made once: making keys takes seconds. */
    static final IdpKey PROVIDER_KEY = IdpKey.generate("provider");

    static final IdpKey STRANGER = IdpKey.generate("stranger");

    private static final URI CONSUMER = URI.create("https://gateway.musterstadt.example/saml2/acs/bayernid");
    private static final IdpKey KEY = IdpKey.generate("sender");

    static final ServiceProvider SENDER =
            new ServiceProvider(ENTITY, Set.of(CONSUMER), List.of(KEY.certificate()), KEY.certificate());

    private static final String GOOD = """
        <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" \
        xmlns:akdb="https://www.akdb.de/request/2018/09" xmlns:cui="https://www.akdb.de/request/2018/09/classic-ui/v1" \
        ID="_request" Version="2.0" IssueInstant="2026-11-22T09:14:58Z" ForceAuthn="true" IsPassive="false" \
        Destination="https://idp.test.example/idp/sso" \
        AssertionConsumerServiceURL="https://gateway.musterstadt.example/saml2/acs/bayernid" \
        ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST">\
        <saml:Issuer>https://gateway.musterstadt.example/saml</saml:Issuer>\
        <samlp:Extensions><akdb:AuthenticationRequest Version="2" EnableStatusDetail="true">\
        <akdb:AuthnMethods><akdb:eID><akdb:Enabled>true</akdb:Enabled></akdb:eID></akdb:AuthnMethods>\
        <akdb:RequestedAttributes>\
        <akdb:RequestedAttribute Name="urn:oid:1.3.6.1.4.1.25484.494450.3" RequiredAttribute="true"/>\
        <akdb:RequestedAttribute Name="urn:oid:2.5.4.4"/>\
        </akdb:RequestedAttributes>\
        <akdb:DisplayInformation><cui:Version>\
        <cui:OrganizationDisplayName>Musterstadt</cui:OrganizationDisplayName>\
        </cui:Version></akdb:DisplayInformation>\
        </akdb:AuthenticationRequest></samlp:Extensions>\
        <samlp:RequestedAuthnContext Comparison="minimum">\
        <saml:AuthnContextClassRef>STORK-QAA-Level-3</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>\
        </samlp:AuthnRequest>\
        """;

    private Requests() {}

    /** The good request with one piece of its text replaced, then signed. */
    static IncomingRequest changed(String piece, String replacement) {
        if (!GOOD.contains(piece)) {
            throw new AssertionError("the good request has no " + piece);
        }
        return post(signed(GOOD.replace(piece, replacement), KEY, RSA_SHA256));
    }

    static IncomingRequest good() {
        return post(signed(GOOD, KEY, RSA_SHA256));
    }

    static IncomingRequest unsigned() {
        return post(GOOD);
    }

    static IncomingRequest signedBy(IdpKey key) {
        return post(signed(GOOD, key, RSA_SHA256));
    }

    static IncomingRequest signedWith(String algorithm) {
        return post(signed(GOOD, KEY, algorithm));
    }

    static IncomingRequest changedAfterSigning() {
        return post(signed(GOOD, KEY, RSA_SHA256).replace("STORK-QAA-Level-3", "STORK-QAA-Level-1"));
    }

    static IncomingRequest xml(String xml) {
        return post(xml);
    }

    /** By redirect, signed over the query with RSA-SHA256 but said to be {@code algorithm}. */
    static IncomingRequest.ByRedirect redirect(String algorithm) throws Exception {
        String query = "SAMLRequest=" + encoded(Base64.getEncoder().encodeToString(deflated(GOOD)))
                + "&RelayState=handle&SigAlg=" + encoded(algorithm);
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KEY.privateKey());
        signature.update(query.getBytes(StandardCharsets.US_ASCII));
        return new IncomingRequest.ByRedirect(
                query + "&Signature=" + encoded(Base64.getEncoder().encodeToString(signature.sign())));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static byte[] deflated(String text) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            deflater.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static IncomingRequest post(String xml) {
        return new IncomingRequest.ByPost(
                Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8)), "handle");
    }

    private static String signed(String xml, IdpKey key, String algorithm) {
        var document = IdpXml.parse(xml);
        Element root = document.getDocumentElement();
        root.setIdAttribute("ID", true);
        var factory = XMLSignatureFactory.getInstance("DOM");
        try {
            var transforms = List.of(
                    factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                    factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null));
            var digest = factory.newDigestMethod("http://www.w3.org/2001/04/xmlenc#sha256", null);
            var reference = factory.newReference("#" + root.getAttribute("ID"), digest, transforms, null, null);
            var signedInfo = factory.newSignedInfo(
                    factory.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                    factory.newSignatureMethod(algorithm, null),
                    List.of(reference));
            Element issuer = IdpXml.first(root, IdpXml.SAML, "Issuer");
            var context = new DOMSignContext(key.privateKey(), root, issuer.getNextSibling());
            context.setProperty("org.jcp.xml.dsig.secureValidation", false);
            factory.newXMLSignature(signedInfo, null).sign(context);
        } catch (Exception e) { // of six kinds, none of which a test could do anything about
            throw new AssertionError("cannot sign", e);
        }
        return IdpXml.text(document);
    }
}
