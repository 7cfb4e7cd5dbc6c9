package de.stadttor.saml.opensaml;

import de.stadttor.saml.profile.KeyAndCertificate;
import de.stadttor.saml.profile.SamlProfile;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.NameIDType;
import org.opensaml.saml.saml2.metadata.AssertionConsumerService;
import org.opensaml.saml.saml2.metadata.AttributeConsumingService;
import org.opensaml.saml.saml2.metadata.EncryptionMethod;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.KeyDescriptor;
import org.opensaml.saml.saml2.metadata.NameIDFormat;
import org.opensaml.saml.saml2.metadata.RequestedAttribute;
import org.opensaml.saml.saml2.metadata.SPSSODescriptor;
import org.opensaml.saml.saml2.metadata.ServiceName;
import org.opensaml.security.credential.UsageType;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.keyinfo.KeyInfoSupport;
import org.opensaml.xmlsec.signature.KeyInfo;

/** Writes our metadata the way BayernID and BundID want them: no ID, no expiry, keys separated by use. */
public final class ServiceMetadataWriter {

    /** The document in UTF-8. */
    public byte[] write(SamlProfile profile) {
        var entity = SamlObjects.create(EntityDescriptor.DEFAULT_ELEMENT_NAME, EntityDescriptor.class);
        entity.setEntityID(profile.entityId());
        entity.getRoleDescriptors().add(role(profile));
        if (profile.operator() != null) {
            OperatorMetadata.addTo(entity, profile.operator());
        }
        return SamlObjects.bytes(SamlObjects.marshalled(entity));
    }

    private static SPSSODescriptor role(SamlProfile profile) {
        var role = SamlObjects.create(SPSSODescriptor.DEFAULT_ELEMENT_NAME, SPSSODescriptor.class);
        role.addSupportedProtocol(SAMLConstants.SAML20P_NS);
        role.setAuthnRequestsSigned(true);
        role.setWantAssertionsSigned(true);
        profile.keys().signing().forEach(key -> role.getKeyDescriptors().add(key(key, UsageType.SIGNING, List.of())));
        profile.keys()
                .decryption()
                .forEach(key -> role.getKeyDescriptors()
                        .add(key(
                                key,
                                UsageType.ENCRYPTION,
                                List.of(
                                        EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256_GCM,
                                        EncryptionConstants.ALGO_ID_KEYTRANSPORT_RSAOAEP))));
        role.getNameIDFormats().add(transientName());
        role.getAssertionConsumerServices().add(consumer(profile));
        role.getAttributeConsumingServices().add(attributes(profile));
        return role;
    }

    private static KeyDescriptor key(KeyAndCertificate key, UsageType use, List<String> algorithms) {
        var keyInfo = SamlObjects.create(KeyInfo.DEFAULT_ELEMENT_NAME, KeyInfo.class);
        try {
            KeyInfoSupport.addCertificate(keyInfo, key.certificate());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
        var descriptor = SamlObjects.create(KeyDescriptor.DEFAULT_ELEMENT_NAME, KeyDescriptor.class);
        descriptor.setUse(use);
        descriptor.setKeyInfo(keyInfo);
        for (String algorithm : algorithms) {
            var method = SamlObjects.create(EncryptionMethod.DEFAULT_ELEMENT_NAME, EncryptionMethod.class);
            method.setAlgorithm(algorithm);
            descriptor.getEncryptionMethods().add(method);
        }
        return descriptor;
    }

    private static NameIDFormat transientName() {
        var format = SamlObjects.create(NameIDFormat.DEFAULT_ELEMENT_NAME, NameIDFormat.class);
        format.setURI(NameIDType.TRANSIENT);
        return format;
    }

    private static AssertionConsumerService consumer(SamlProfile profile) {
        var service = SamlObjects.create(AssertionConsumerService.DEFAULT_ELEMENT_NAME, AssertionConsumerService.class);
        service.setIndex(0);
        service.setIsDefault(true);
        service.setBinding(SAMLConstants.SAML2_POST_BINDING_URI);
        service.setLocation(profile.assertionConsumer().toString());
        return service;
    }

    private static AttributeConsumingService attributes(SamlProfile profile) {
        var service =
                SamlObjects.create(AttributeConsumingService.DEFAULT_ELEMENT_NAME, AttributeConsumingService.class);
        service.setIndex(0);
        service.setIsDefault(true);
        var name = SamlObjects.create(ServiceName.DEFAULT_ELEMENT_NAME, ServiceName.class);
        name.setValue(profile.request().organizationDisplayName());
        name.setXMLLang("de");
        service.getNames().add(name);
        for (var wanted : profile.request().attributes()) {
            var attribute = SamlObjects.create(RequestedAttribute.DEFAULT_ELEMENT_NAME, RequestedAttribute.class);
            attribute.setName(wanted.attribute().urn());
            attribute.setNameFormat(Attribute.URI_REFERENCE);
            attribute.setFriendlyName(wanted.attribute().name());
            attribute.setIsRequired(wanted.required());
            service.getRequestedAttributes().add(attribute);
        }
        return service;
    }
}
