package de.stadttor.channels.email.sender;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.channels.email.mime.EntityReader;
import de.stadttor.channels.email.mime.Oddities;
import de.stadttor.channels.email.mime.Slice;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.apache.james.jdkim.DKIMSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DkimCheckTest {

    private static final String MAIL = "From: erika@buerger.example\r\nSubject: Anfrage\r\n\r\nGuten Tag\r\n";

    private static KeyPair keys;
    private static String signed;

    @BeforeAll
    static void signAsTheSendersServerWould() throws Exception {
        keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String template = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=buerger.example; s=s1; h=from:subject; bh=; b=;";
        var mail = new ByteArrayInputStream(MAIL.getBytes(StandardCharsets.US_ASCII));
        signed = new DKIMSigner(template, keys.getPrivate()).sign(mail) + "\r\n" + MAIL;
    }

    @Test
    void passesWhatTheDomainSigned() {
        assertThat(check(signed)).isEqualTo(new SenderVerdict(null, "pass", null, "buerger.example"));
    }

    @Test
    void failsWhatWasChangedOnTheWay() {
        assertThat(check(signed.replace("Guten Tag", "Boesen Tag")).dkim()).isEqualTo("fail");
    }

    @Test
    void saysNoneWithoutASignature() {
        assertThat(check(MAIL).dkim()).isEqualTo("none");
    }

    private static SenderVerdict check(String mail) {
        String key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        DkimCheck check = new DkimCheck((method, selector, domain) -> List.of("v=DKIM1; k=rsa; p=" + key));
        Slice raw = Slice.ofLatin1(mail);
        return check.check(EntityReader.message(raw, new Oddities()).header(), raw);
    }
}
