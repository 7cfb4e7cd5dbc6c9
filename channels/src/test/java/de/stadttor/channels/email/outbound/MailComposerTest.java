package de.stadttor.channels.email.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadttor.channels.email.MailReader;
import de.stadttor.channels.email.ParsedMail;
import de.stadttor.channels.email.automatic.LoopMark;
import de.stadttor.channels.email.files.Attachment;
import de.stadttor.channels.email.mime.Slice;
import de.stadttor.channels.email.outbound.Letter.Trait;
import de.stadttor.channels.email.outbound.LetterBody.InlineImage;
import de.stadttor.channels.email.outbound.OutboundSettings.DkimSettings;
import de.stadttor.channels.email.outbound.OutboundSettings.Guard;
import de.stadttor.channels.email.outbound.smtp.OutgoingMail;
import de.stadttor.channels.email.secure.MailKeys;
import de.stadttor.channels.email.sender.SenderCheck;
import de.stadttor.events.MovableClock;
import de.stadttor.outbox.ReplyTokens;
import de.stadttor.seals.Seal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailComposerTest {

    private static final UUID ID = UUID.fromString("019a4000-0000-7000-8000-000000000001");
    private static final byte[] KEY = new byte[32];
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final LoopMark mark = LoopMark.signedWith(KEY);

    @ParameterizedTest
    @ValueSource(strings = {"Hallo\r\nBcc: all@example.org", "Hallo\nBcc: all@example.org", "Hallo\u2028Bcc: a@b.de"})
    void aSubjectOpensNoHeaderOfItsOwn(String subject) {
        String header = header(compose(letter(subject, "text")));
        assertThat(header.lines().filter(line -> line.startsWith("Bcc:"))).isEmpty();
        assertThat(read(compose(letter(subject, "text"))).envelope().subject()).startsWith("Hallo Bcc: a");
    }

    @Test
    void aFurtherFieldOpensNoHeaderOfItsOwn() {
        Letter letter = withHeaders(Map.of("X-Note", "one\r\nBcc: all@example.org"));
        assertThat(header(compose(letter))).contains("X-Note: one Bcc: all@example.org\r\n");
        assertThatThrownBy(() -> compose(withHeaders(Map.of("X-Note\r\nBcc", "two"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFilesNameOpensNoHeaderOfItsOwn() {
        var file = new Enclosure("x\r\nBcc: all@example.org.txt", "text/plain", new byte[] {65});
        OutgoingMail mail = composer(MailSigner.NONE).compose(letter("Hallo", "text"), ID, erika(), List.of(file));
        assertThat(mail.bytes().latin1()).doesNotContain("\nBcc");
        assertThat(read(mail).attachments()).extracting(Attachment::name).containsExactly("x Bcc: all@example.org.txt");
    }

    @Test
    void everyLineFitsAndEndsAsMailDoesAndHasSevenBits() {
        OutgoingMail mail = compose(letter("Grüße ".repeat(60), "Ein sehr langer Satz mit Umlauten äöü. ".repeat(100)));
        String text = mail.bytes().latin1();
        assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(text.lines()).allMatch(line -> line.length() <= 998);
        assertThat(text.chars()).allMatch(octet -> octet < 128);
    }

    @Test
    void aPictureStandsBesideTheHtmlThatShowsIt() {
        var picture = new InlineImage("logo", "image/png", Slice.of(new byte[] {1, 2, 3}));
        var body = new LetterBody("Hallo", "<p>Hallo <img src=\"cid:logo\" alt=\"Wappen\"></p>", List.of(picture));
        ParsedMail mail = read(compose(Letter.of("tiere", "x@example.org", Locale.GERMAN, "Bild", body, Set.of())));
        assertThat(mail.attachments()).singleElement().satisfies(image -> {
            assertThat(image.inline()).isTrue();
            assertThat(image.contentId()).isEqualTo("logo@stadt.test");
        });
        assertThat(mail.content().html()).contains("cid:logo@stadt.test");
        assertThat(mail.envelope().from().address()).isEqualTo("tiere@stadt.test");
    }

    @Test
    void aLetterThatNobodyShallAnswerHasNoToken() {
        String header = header(compose(letter("Hallo", "text")));
        assertThat(header).doesNotContain("Reply-To").doesNotContain("Auto-Submitted");
    }

    @Test
    void anAutomaticAnswerToSomebodysMailSaysSo() {
        Letter letter = Letter.of(
                        "gartenbau",
                        "x@example.org",
                        Locale.ENGLISH,
                        "Hello",
                        LetterBody.of("text"),
                        Set.of(Trait.AUTOMATIC))
                .answering(List.of("<1@example.org>", "<2@example.org>"));
        assertThat(header(compose(letter)))
                .contains("Auto-Submitted: auto-replied\r\n")
                .contains("In-Reply-To: <2@example.org>\r\n")
                .contains("References: <1@example.org>\r\n <2@example.org>\r\n")
                .contains("Content-Language: en\r\n");
    }

    @Test
    void aSignatureHoldsForTheKeyInTheDns(@TempDir Path folder) throws Exception {
        KeyPair keys = rsa();
        Path file = Files.writeString(folder.resolve("dkim.pem"), pem(keys));
        MailSigner signer = DkimSigner.with(new DkimSettings("stadt.test", "tor", file.toString()));
        Letter letter = letter("Grüße", "Ein Satz mit Ümläuten,\nund noch einer.\n\n.");
        byte[] mail =
                composer(signer).compose(letter, ID, erika(), List.of()).bytes().copy();
        PublicKeyRecordRetriever dns = (_, selector, domain) -> selector.equals("tor") && domain.equals("stadt.test")
                ? List.of("v=DKIM1; k=rsa; p=" + base64(keys.getPublic().getEncoded()))
                : List.of();
        assertThat(new DKIMVerifier(dns).verify(new ByteArrayInputStream(mail))).hasSize(1);
        byte[] forged = new String(mail, StandardCharsets.ISO_8859_1)
                .replace("Subject: ", "Subject: Not ")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> new DKIMVerifier(dns).verify(new ByteArrayInputStream(forged)))
                .isInstanceOf(FailException.class);
    }

    @Test
    void aKeyThatIsNoneIsFoundAtStart(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("dkim.pem"), "no key");
        assertThatThrownBy(() -> DkimSigner.with(new DkimSettings("stadt.test", "tor", file.toString())))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.de, c@d.de",
                "Erika <erika@example.org>",
                "erika@example.org\r\nDATA",
                "\"a b\"@example.org",
                "erika",
                "@example.org",
                "erika@",
                "erika@exa mple.org",
                "ümlaut@example.org",
                "<erika@example.org>",
                "erika@-example-.org"
            })
    void whatIsNotOneAddressIsNone(String written) {
        assertThat(Recipient.of(written)).isEmpty();
    }

    @Test
    void aDomainWithUmlautsIsWrittenAsTheDnsHasIt() {
        assertThat(Recipient.of(" erika+tag@Bürger.example "))
                .contains(new Recipient("erika+tag", "xn--brger-kva.example"));
    }

    private static Letter letter(String subject, String text) {
        return Letter.of("gartenbau", "erika@example.org", Locale.GERMAN, subject, LetterBody.of(text), Set.of());
    }

    private static Letter withHeaders(Map<String, String> headers) {
        Letter plain = letter("Hallo", "text");
        return new Letter(
                plain.queue(),
                plain.to(),
                plain.language(),
                plain.subject(),
                plain.body(),
                plain.traits(),
                List.of(),
                List.of(),
                headers);
    }

    private static Recipient erika() {
        return Recipient.of("erika@example.org").orElseThrow();
    }

    private OutgoingMail compose(Letter letter) {
        return composer(MailSigner.NONE).compose(letter, ID, erika(), List.of());
    }

    private MailComposer composer(MailSigner signer) {
        var senders = new Senders(Outbound.settings(25, new Guard(1, 1, 1)));
        return new MailComposer(
                senders, new ReplyTokens(Seal.derive(KEY, "reply-tokens")), mark, signer, new MovableClock(NOON));
    }

    private ParsedMail read(OutgoingMail mail) {
        return new MailReader(LoopMark.UNKNOWN, MailKeys.NONE, SenderCheck.NONE)
                .read(mail.bytes().copy());
    }

    private static String header(OutgoingMail mail) {
        String text = mail.bytes().latin1();
        return text.substring(0, text.indexOf("\r\n\r\n") + 2);
    }

    private static KeyPair rsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n" + base64(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
