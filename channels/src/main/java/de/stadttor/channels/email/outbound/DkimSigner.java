package de.stadttor.channels.email.outbound;

import de.stadttor.channels.email.outbound.OutboundSettings.DkimSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** DKIM (RFC 6376). Fields that a mail lacks are signed too, so that nobody can add them (RFC 6376 5.4.2). */
public final class DkimSigner implements MailSigner {

    private static final String FIELDS = String.join(
            ":",
            "from",
            "to",
            "subject",
            "date",
            "message-id",
            "reply-to",
            "in-reply-to",
            "references",
            "mime-version",
            "content-type",
            "content-language",
            "auto-submitted");

    private final DKIMSigner signer;

    private DkimSigner(String domain, String selector, PrivateKey key) {
        this.signer = new DKIMSigner(
                "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain + "; s=" + selector + "; h=" + FIELDS
                        + "; bh=; b=;",
                key);
    }

    /** @throws IOException when the key cannot be read: better no start than mails that nobody believes */
    public static DkimSigner with(DkimSettings settings) throws IOException {
        return new DkimSigner(settings.domain(), settings.selector(), key(Path.of(settings.key())));
    }

    private static PrivateKey key(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file);
                PEMParser pem = new PEMParser(reader)) {
            var converter = new JcaPEMKeyConverter();
            return switch (pem.readObject()) {
                case PrivateKeyInfo key -> converter.getPrivateKey(key);
                case PEMKeyPair pair -> converter.getPrivateKey(pair.getPrivateKeyInfo());
                case null, default -> throw new IOException("DKIM key (expected: a private key in PEM)");
            };
        }
    }

    @Override
    public byte[] signed(byte[] mail) {
        try {
            String field = signer.sign(new ByteArrayInputStream(mail)) + "\r\n";
            var signed = new ByteArrayOutputStream(mail.length + field.length());
            signed.writeBytes(field.getBytes(StandardCharsets.US_ASCII));
            signed.writeBytes(mail);
            return signed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory are read without fail", e);
        } catch (FailException e) {
            throw new IllegalStateException("mail that cannot be signed", e);
        }
    }
}
