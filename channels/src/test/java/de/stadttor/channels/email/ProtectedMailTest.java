package de.stadttor.channels.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.stadttor.channels.email.automatic.LoopMark;
import de.stadttor.channels.email.secure.KeyFolder;
import de.stadttor.channels.email.secure.Protection;
import de.stadttor.channels.email.secure.Protection.Signature;
import de.stadttor.channels.email.sender.SenderCheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Messages made by OpenSSL and GnuPG with keys that are used only here. */
class ProtectedMailTest {

    private static final Path FOLDER = Path.of("src/test/resources/email/protected");
    private static final String TEXT = "Guten Tag, Grüße";
    private static final String LIST = "Guten Tag, Grüße\n- ein Punkt\nEnde";

    @Test
    void verifiesADetachedSmimeSignature() throws Exception {
        assertThat(read("detached").protection())
                .isEqualTo(new Protection(false, Signature.TRUSTED, "max@example.org"));
    }

    @Test
    void showsWhatAnOpaqueSignatureEncloses() throws Exception {
        ParsedMail mail = read("opaque");
        assertThat(mail.content().text()).isEqualTo(TEXT);
        assertThat(mail.protection().signature()).isEqualTo(Signature.TRUSTED);
    }

    @Test
    void showsOpaqueContentAlsoWithoutAnyKey() throws Exception {
        ParsedMail mail = Corpus.READER.read(Files.readAllBytes(FOLDER.resolve("opaque.eml")));
        assertThat(mail.content().text()).isEqualTo(TEXT);
        assertThat(mail.protection().signature()).isEqualTo(Signature.VALID);
    }

    @Test
    void decryptsSmimeAndFindsTheSignatureInside() throws Exception {
        ParsedMail mail = read("encrypted");
        assertThat(mail.content().text()).isEqualTo(TEXT);
        assertThat(mail.protection()).isEqualTo(new Protection(true, Signature.TRUSTED, "max@example.org"));
    }

    @Test
    void keepsWhatItCannotDecryptAsAFile() throws Exception {
        ParsedMail mail = Corpus.READER.read(Files.readAllBytes(FOLDER.resolve("encrypted.eml")));
        assertThat(mail.attachments()).extracting("name").containsExactly("smime.p7m");
        assertThat(mail.warnings()).contains("encrypted-for-others");
    }

    @Test
    void saysThatASignedTextWasChanged() throws Exception {
        ParsedMail mail = read("tampered");
        assertThat(mail.protection().signature()).isEqualTo(Signature.INVALID);
        assertThat(mail.content().text()).startsWith("Boese");
    }

    @Test
    void verifiesAPgpSignature() throws Exception {
        assertThat(read("pgp-signed").protection())
                .isEqualTo(new Protection(false, Signature.TRUSTED, "max@example.org"));
    }

    @Test
    void decryptsPgpAndFindsTheSignatureInside() throws Exception {
        ParsedMail mail = read("pgp-encrypted");
        assertThat(mail.content().text()).isEqualTo(TEXT);
        assertThat(mail.protection()).isEqualTo(new Protection(true, Signature.TRUSTED, "max@example.org"));
    }

    @Test
    void verifiesTextThatIsSignedInTheClear() throws Exception {
        ParsedMail mail = read("pgp-clearsigned");
        assertThat(mail.content().text()).isEqualTo(LIST);
        assertThat(mail.protection()).isEqualTo(new Protection(false, Signature.TRUSTED, "max@example.org"));
    }

    @Test
    void decryptsPgpWithinAText() throws Exception {
        ParsedMail mail = read("pgp-inline-encrypted");
        assertThat(mail.content().text()).isEqualTo(LIST);
        assertThat(mail.protection().encrypted()).isTrue();
    }

    @Test
    void keepsPgpWithinATextThatItCannotDecrypt() throws Exception {
        ParsedMail mail = Corpus.READER.read(Files.readAllBytes(FOLDER.resolve("pgp-inline-encrypted.eml")));
        assertThat(mail.content().text()).startsWith("-----BEGIN PGP MESSAGE-----");
        assertThat(mail.warnings()).contains("encrypted-for-others");
    }

    @Test
    void saysThatATextSignedInTheClearWasChanged() throws Exception {
        ParsedMail mail = read("pgp-clearsigned", "Guten Tag", "Boesen Tag");
        assertThat(mail.protection().signature()).isEqualTo(Signature.INVALID);
    }

    @Test
    void claimsNoSignatureForWordsAroundASignedText() throws Exception {
        ParsedMail mail = read("pgp-clearsigned", "-----BEGIN PGP SIGNED", "Zahlt an mich.\n-----BEGIN PGP SIGNED");
        assertThat(mail.content().text()).startsWith("Zahlt an mich.");
        assertThat(mail.protection()).isEqualTo(Protection.NONE);
        assertThat(mail.warnings()).contains("partly-signed");
    }

    @Test
    void opensATextThatIsOnlySigned() throws Exception {
        ParsedMail mail = read("pgp-inline-signed-only");
        assertThat(mail.content().text()).isEqualTo(LIST);
        assertThat(mail.protection()).isEqualTo(new Protection(false, Signature.TRUSTED, "max@example.org"));
    }

    @Test
    void decryptsPgpWhoseEnvelopeAServerCalledMixed() throws Exception {
        ParsedMail mail = read("pgp-encrypted", "multipart/encrypted", "multipart/mixed");
        assertThat(mail.content().text()).isEqualTo(TEXT);
        assertThat(mail.protection().encrypted()).isTrue();
    }

    @Test
    void opensAFileThatWasEncryptedByItselfAndLeavesTheTextUnprotected() throws Exception {
        ParsedMail mail = read("sealed-file-gpg");
        assertThat(mail.content().text()).isEqualTo("Guten Tag, die Anlage ist verschlüsselt.");
        assertThat(mail.attachments()).extracting("name", "size").containsExactly(tuple("antrag.txt", 31L));
        assertThat(mail.protection()).isEqualTo(Protection.NONE);
        assertThat(mail.warnings()).contains("sealed-file-opened");
    }

    @Test
    void opensAnEncryptedFileInArmor() throws Exception {
        assertThat(read("sealed-file-asc").attachments()).extracting("name").containsExactly("antrag.txt");
    }

    @Test
    void takesTheSignatureOffAFileThatIsNoMessage() throws Exception {
        ParsedMail mail = read("sealed-file-p7m");
        assertThat(mail.content().text()).startsWith("Guten Tag");
        assertThat(mail.attachments())
                .extracting("name", "mediaType")
                .containsExactly(tuple("vertrag.pdf", "application/pdf"));
        assertThat(mail.protection()).isEqualTo(Protection.NONE);
    }

    @Test
    void keepsASealedFileThatItCannotOpen() throws Exception {
        ParsedMail mail = Corpus.READER.read(Files.readAllBytes(FOLDER.resolve("sealed-file-gpg.eml")));
        assertThat(mail.attachments()).extracting("name").containsExactly("antrag.txt.gpg");
        assertThat(mail.warnings()).contains("encrypted-for-others");
    }

    private static ParsedMail read(String name) throws Exception {
        return read(name, "", "");
    }

    private static ParsedMail read(String name, String from, String to) throws Exception {
        MailReader reader =
                new MailReader(LoopMark.UNKNOWN, KeyFolder.read(FOLDER.resolve("keys"), "geheim"), SenderCheck.NONE);
        String mail = Files.readString(FOLDER.resolve(name + ".eml"), StandardCharsets.ISO_8859_1);
        return reader.read(mail.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
    }
}
