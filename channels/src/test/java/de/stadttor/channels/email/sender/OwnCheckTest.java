package de.stadttor.channels.email.sender;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.channels.email.mime.EntityReader;
import de.stadttor.channels.email.mime.Oddities;
import de.stadttor.channels.email.mime.Slice;
import de.stadttor.channels.email.sender.Dns.Type;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Set;
import org.apache.james.jdkim.DKIMSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OwnCheckTest {

    private static final String MAIL = "From: Erika <erika@buerger.example>\r\nSubject: Anfrage\r\n\r\nGuten Tag\r\n";
    private static final String OURS = "mx.stadt.example";
    private static final String FROM_THEIR_SERVER = received("192.0.2.7");
    private static final String FROM_ELSEWHERE = received("198.51.100.9");

    private static KeyPair keys;
    private static String signature;

    private final InMemoryDns dns = new InMemoryDns()
            .with("buerger.example", Type.TXT, "v=spf1 ip4:192.0.2.7 -all")
            .with("s1._domainkey.buerger.example", Type.TXT, "v=DKIM1; k=rsa; p=" + publicKey())
            .with("_dmarc.buerger.example", Type.TXT, "v=DMARC1; p=reject");

    @BeforeAll
    static void signAsTheSendersServerWould() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        String template = "v=1; a=rsa-sha256; c=relaxed/relaxed; d=buerger.example; s=s1; h=from:subject; bh=; b=;";
        var mail = new ByteArrayInputStream(MAIL.getBytes(StandardCharsets.US_ASCII));
        signature = new DKIMSigner(template, keys.getPrivate()).sign(mail) + "\r\n";
    }

    @Test
    void passesWhatTheirServerSentAndSigned() {
        assertThat(check(FROM_THEIR_SERVER + signature + MAIL))
                .isEqualTo(new SenderVerdict("pass", "pass", "pass", "buerger.example"));
    }

    @Test
    void passesForwardedMailByItsSignatureAlone() {
        assertThat(check(FROM_ELSEWHERE + signature + MAIL))
                .isEqualTo(new SenderVerdict("fail", "pass", "pass", "buerger.example"));
    }

    @Test
    void passesUnsignedMailByItsServerAlone() {
        assertThat(check(FROM_THEIR_SERVER + MAIL)).isEqualTo(new SenderVerdict("pass", "none", "pass", null));
    }

    @Test
    void failsASignedMailThatWasChanged() {
        SenderVerdict verdict = check(FROM_ELSEWHERE + signature + MAIL.replace("Guten", "Boesen"));
        assertThat(verdict).isEqualTo(new SenderVerdict("fail", "fail", "fail", null));
    }

    @Test
    void failsAnAuthorWhomTheProvenDomainIsNot() {
        dns.with("_dmarc.amt.example", Type.TXT, "v=DMARC1; p=none");
        SenderVerdict verdict = check(FROM_THEIR_SERVER + MAIL.replace("erika@buerger.example", "chef@amt.example"));
        assertThat(verdict.spf()).isEqualTo("pass");
        assertThat(verdict.dmarc()).isEqualTo("fail");
    }

    @Test
    void takesASubdomainForTheSameOrganizationUnlessThatIsForbidden() {
        String mail = FROM_THEIR_SERVER + MAIL.replace("erika@buerger.example", "erika@post.buerger.example");
        assertThat(check(mail).dmarc()).isEqualTo("pass");
        dns.with("_dmarc.buerger.example", Type.TXT, "v=DMARC1; p=reject; aspf=s");
        assertThat(check(mail).dmarc()).isEqualTo("fail");
    }

    @Test
    void keepsOrganizationsBelowOnePublicSuffixApart() {
        dns.with("_dmarc.amt.co.uk", Type.TXT, "v=DMARC1; p=none").with("buerger.co.uk", Type.TXT, "v=spf1 +all");
        String mail = (FROM_THEIR_SERVER + MAIL)
                .replace("<erika@buerger.example>\r\nReceived", "<erika@buerger.co.uk>\r\nReceived")
                .replace("Erika <erika@buerger.example>", "chef@amt.co.uk");
        assertThat(check(mail).spf()).isEqualTo("pass");
        assertThat(check(mail).dmarc()).isEqualTo("fail");
    }

    @Test
    void believesNoReceivedFieldOfAStranger() {
        assertThat(check(FROM_THEIR_SERVER.replace(OURS, "mx.fremd.example") + MAIL)
                        .spf())
                .isNull();
    }

    @Test
    void looksBehindAScannerInTheHouse() {
        String scanner = "Received: from localhost (localhost [127.0.0.1]) by " + OURS + " with ESMTP\r\n";
        assertThat(check(scanner + FROM_THEIR_SERVER + MAIL).spf()).isEqualTo("pass");
    }

    @Test
    void asksForTheClientsNameWhenAReportHasNoSender() {
        dns.with("mail.buerger.example", Type.TXT, "v=spf1 ip4:192.0.2.7 -all");
        assertThat(check(FROM_THEIR_SERVER.replace("<erika@buerger.example>", "<>") + MAIL)
                        .spf())
                .isEqualTo("pass");
    }

    @Test
    void saysNoneWhereTheDomainAsksForNothing() {
        assertThat(check(MAIL.replace("buerger.example", "frei.example")))
                .isEqualTo(new SenderVerdict(null, "none", "none", null));
    }

    @Test
    void provesNothingForSeveralAuthors() {
        assertThat(check(MAIL.replace("From: ", "From: Max <max@amt.example>, "))
                        .dmarc())
                .isEqualTo("permerror");
    }

    @Test
    void refusesToVerifyHundredsOfSignatures() {
        assertThat(check(signature.repeat(200) + MAIL).dkim()).isEqualTo("permerror");
    }

    @Test
    void saysThatItIsTemporaryWhenNoNameServerAnswers() {
        Dns silent = (name, _) -> {
            throw new DnsUnavailable(name);
        };
        assertThat(check(FROM_THEIR_SERVER + signature + MAIL, silent))
                .isEqualTo(new SenderVerdict("temperror", "temperror", "temperror", null));
    }

    private SenderVerdict check(String mail) {
        return check(mail, dns);
    }

    private static SenderVerdict check(String mail, Dns dns) {
        Slice raw = Slice.ofLatin1(mail);
        return new OwnCheck(Set.of(OURS), dns)
                .check(EntityReader.message(raw, new Oddities()).header(), raw);
    }

    private static String received(String client) {
        return "Return-Path: <erika@buerger.example>\r\nReceived: from mail.buerger.example (unknown [" + client
                + "])\r\n\tby " + OURS + " (Postfix) with ESMTPS id 4711; Mon, 2 Feb 2026 10:15:00 +0100\r\n";
    }

    private static String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }
}
