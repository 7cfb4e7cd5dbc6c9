package de.stadttor.saml.opensaml;

import de.stadttor.saml.profile.Operator;
import org.opensaml.saml.saml2.metadata.ContactPerson;
import org.opensaml.saml.saml2.metadata.ContactPersonTypeEnumeration;
import org.opensaml.saml.saml2.metadata.EmailAddress;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.LocalizedName;
import org.opensaml.saml.saml2.metadata.Organization;
import org.opensaml.saml.saml2.metadata.OrganizationDisplayName;
import org.opensaml.saml.saml2.metadata.OrganizationName;
import org.opensaml.saml.saml2.metadata.OrganizationURL;

/** The part of our metadata that people read: the organization and whom to write to. */
final class OperatorMetadata {

    private static final String GERMAN = "de";

    private OperatorMetadata() {}

    static void addTo(EntityDescriptor entity, Operator operator) {
        entity.setOrganization(organization(operator));
        entity.getContactPersons().add(contact(ContactPersonTypeEnumeration.TECHNICAL, operator.technicalMail()));
        entity.getContactPersons().add(contact(ContactPersonTypeEnumeration.SUPPORT, operator.supportMail()));
    }

    private static Organization organization(Operator operator) {
        var organization = SamlObjects.create(Organization.DEFAULT_ELEMENT_NAME, Organization.class);
        organization
                .getOrganizationNames()
                .add(named(
                        SamlObjects.create(OrganizationName.DEFAULT_ELEMENT_NAME, OrganizationName.class), operator));
        organization
                .getDisplayNames()
                .add(named(
                        SamlObjects.create(OrganizationDisplayName.DEFAULT_ELEMENT_NAME, OrganizationDisplayName.class),
                        operator));
        var website = SamlObjects.create(OrganizationURL.DEFAULT_ELEMENT_NAME, OrganizationURL.class);
        website.setURI(operator.website().toString());
        website.setXMLLang(GERMAN);
        organization.getURLs().add(website);
        return organization;
    }

    private static <T extends LocalizedName> T named(T element, Operator operator) {
        element.setValue(operator.name());
        element.setXMLLang(GERMAN);
        return element;
    }

    private static ContactPerson contact(ContactPersonTypeEnumeration type, String mail) {
        var address = SamlObjects.create(EmailAddress.DEFAULT_ELEMENT_NAME, EmailAddress.class);
        address.setURI("mailto:" + mail);
        var contact = SamlObjects.create(ContactPerson.DEFAULT_ELEMENT_NAME, ContactPerson.class);
        contact.setType(type);
        contact.getEmailAddresses().add(address);
        return contact;
    }
}
