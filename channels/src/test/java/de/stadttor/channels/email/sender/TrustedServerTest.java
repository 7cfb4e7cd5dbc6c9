package de.stadttor.channels.email.sender;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.channels.email.mime.EntityReader;
import de.stadttor.channels.email.mime.HeaderFields;
import de.stadttor.channels.email.mime.Oddities;
import de.stadttor.channels.email.mime.Slice;
import org.junit.jupiter.api.Test;

class TrustedServerTest {

    private final TrustedServer server = new TrustedServer("mx.stadt.example");

    @Test
    void believesOurServer() {
        assertThat(check("mx.stadt.example; spf=pass smtp.mailfrom=a@b.example; dkim=pass header.d=b.example;"
                        + " dmarc=pass"))
                .isEqualTo(new SenderVerdict("pass", "pass", "pass", "b.example"));
    }

    @Test
    void believesNoOtherServer() {
        assertThat(check("mx.boese.example; spf=pass; dkim=pass; dmarc=pass")).isEqualTo(SenderVerdict.UNCHECKED);
    }

    @Test
    void isNotFooledByANameThatBeginsLikeOurs() {
        assertThat(check("mx.stadt.example.boese.example; dmarc=pass")).isEqualTo(SenderVerdict.UNCHECKED);
    }

    @Test
    void isNotFooledByCommentsAndQuotedReasons() {
        assertThat(check("mx.stadt.example 1; dmarc=fail reason=\"; dmarc=pass\" (; dmarc=pass)")
                        .dmarc())
                .isEqualTo("fail");
    }

    @Test
    void takesOneGoodSignatureOfSeveral() {
        assertThat(check("mx.stadt.example; dkim=fail header.d=a.example; dkim=pass header.d=b.example")
                        .domain())
                .isEqualTo("b.example");
    }

    @Test
    void countsTheTopmostOfOurFieldsOnly() {
        String forged = "mx.stadt.example; dmarc=fail\nAuthentication-Results: mx.stadt.example; dmarc=pass";
        assertThat(check(forged).dmarc()).isEqualTo("fail");
    }

    @Test
    void tellsWhoLoggedInAtOurServer() {
        assertThat(check("mx.stadt.example; auth=pass smtp.auth=E.Garten@stadt.example; spf=none")
                        .login())
                .isEqualTo("e.garten@stadt.example");
        assertThat(check("mx.stadt.example; auth=fail smtp.auth=e.garten@stadt.example")
                        .login())
                .isNull();
        assertThat(check("mx.boese.example; auth=pass smtp.auth=e.garten@stadt.example")
                        .login())
                .isNull();
    }

    private SenderVerdict check(String results) {
        Slice raw = Slice.ofLatin1("Authentication-Results: " + results + "\n\nText");
        HeaderFields header = EntityReader.message(raw, new Oddities()).header();
        return server.check(header, raw);
    }
}
