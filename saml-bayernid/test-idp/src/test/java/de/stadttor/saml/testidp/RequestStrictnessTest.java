package de.stadttor.saml.testidp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the real provider refuses once version 2 is mandatory, this one refuses too; a service provider that passes here
 * by being wrong would fail there.
 */
class RequestStrictnessTest {

    private final TestIdentityProvider provider = new TestIdentityProvider(
            Requests.PROVIDER,
            Requests.PROVIDER_KEY,
            entityId ->
                    Optional.of(Requests.SENDER).filter(each -> each.entityId().equals(entityId)),
            Clock.fixed(Requests.NOW, ZoneOffset.UTC));

    @Test
    void readsARequestThatIsRight() {
        LoginRequest request = provider.read(Requests.good());

        assertThat(request.id()).isEqualTo("_request");
        assertThat(request.level()).isEqualTo(Level.SUBSTANTIAL);
        assertThat(request.means()).containsExactly("eID");
        assertThat(request.attributes()).hasSize(2);
        assertThat(request.required()).containsExactly("urn:oid:1.3.6.1.4.1.25484.494450.3");
        assertThat(request.displayName()).isEqualTo("Musterstadt");
    }

    @Test
    void offersEveryMeansWhereNoneIsListed() {
        String list = "<akdb:AuthnMethods><akdb:eID><akdb:Enabled>true</akdb:Enabled></akdb:eID></akdb:AuthnMethods>";

        assertThat(provider.read(Requests.changed(list, "")).means()).contains("Elster", "Benutzername", "eIDAS");
    }

    @Test
    void refusesWhatItsSenderDidNotSign() {
        assertRefused(Requests.unsigned(), "saml-request-not-signed");
        assertRefused(Requests.signedBy(Requests.STRANGER), "saml-request-not-signed");
        assertRefused(Requests.changedAfterSigning(), "saml-request-not-signed");
        assertRefused(Requests.signedWith(Requests.RSA_SHA1), "saml-request-not-signed");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
        # who and where
        <saml:Issuer>https://gateway.musterstadt.example/saml< | <saml:Issuer>https://stranger.example< | issuer-unknown
        /saml2/acs/bayernid"          | /elsewhere"            | assertion-consumer-unknown
        example/idp/sso"              | example/other/sso"     | destination-wrong
        ID="_request"                 | ID="1request"          | id-malformed
        09:14:58Z                     | 08:14:58Z              | issue-instant-stale
        09:14:58Z                     | 10:14:58Z              | issue-instant-stale
        ForceAuthn="true"             | ForceAuthn="false"     | force-authn-missing
        Comparison="minimum"          | Comparison="exact"     | comparison-not-minimum
        STORK-QAA-Level-3             | urn:level:3            | authn-context-unknown
        # the extension
        request/2018/09" xmlns:cui    | request/2017/01" xmlns:cui | akdb-extension-missing
        Request Version="2"           | Request Version="1"    | akdb-extension-v1-deprecated
        <akdb:eID><akdb:Enabled>true</akdb:Enabled></akdb:eID> | '' | empty-authentication-methods
        <akdb:Enabled>true            | <akdb:Enabled>false    | empty-authentication-methods
        akdb:RequestedAttribute Name="urn:oid:2.5.4.4" | akdb:RequestedAttribute Name="surname" | requested-attributes-missing-name
        akdb:RequestedAttribute Name="urn:oid:2.5.4.4" | akdb:RequestedAttribute | requested-attributes-missing-name
        >Musterstadt<                 | > <                    | organization-display-name-missing
        """)
    void refusesARequestWithOneThingWrong(String piece, String replacement, String code) {
        assertRefused(Requests.changed(piece, replacement), code);
    }

    @Test
    void refusesARequestThatAsksForNothing() {
        String attributes = "<akdb:RequestedAttribute Name=\"urn:oid:1.3.6.1.4.1.25484.494450.3\" "
                + "RequiredAttribute=\"true\"/><akdb:RequestedAttribute Name=\"urn:oid:2.5.4.4\"/>";

        assertRefused(Requests.changed(attributes, ""), "requested-attributes-empty");
    }

    @Test
    void refusesWhatIsNoRequest() {
        assertRefused(Requests.xml("hello"), "xml-unreadable");
        assertRefused(Requests.xml("<!DOCTYPE x><x/>"), "xml-unreadable");
        assertRefused(Requests.xml("<x/>"), "not-an-authn-request");
        assertRefused(new IncomingRequest.ByPost("%%%", ""), "xml-unreadable");
    }

    @Test
    void readsASignedQueryAndRefusesATamperedOne() throws Exception {
        String query = Requests.redirect(Requests.RSA_SHA256).rawQuery();

        assertThat(provider.read(new IncomingRequest.ByRedirect(query)).id()).isEqualTo("_request");
        assertRefused(
                new IncomingRequest.ByRedirect(query.replace("RelayState=handle", "RelayState=other")),
                "saml-request-not-signed");
        assertRefused(Requests.redirect(Requests.RSA_SHA1), "saml-request-not-signed");
        assertRefused(
                new IncomingRequest.ByRedirect(query.substring(0, query.indexOf("&SigAlg"))),
                "saml-request-not-signed");
        assertRefused(new IncomingRequest.ByRedirect(query + "&RelayState=second"), "parameter-repeated");
    }

    @Test
    void inflatesNoBomb() throws Exception {
        String bomb = Base64.getEncoder().encodeToString(Requests.deflated("<x>" + " ".repeat(1 << 20) + "</x>"));

        assertRefused(new IncomingRequest.ByRedirect("SAMLRequest=" + Requests.encoded(bomb)), "request-too-large");
        assertRefused(new IncomingRequest.ByRedirect("SAMLRequest=AAAA"), "request-not-deflated");
    }

    private void assertRefused(IncomingRequest request, String code) {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> provider.read(request))
                .extracting(RequestRefused::code)
                .isEqualTo(code);
    }
}
