package de.stadttor.channels.email.secure;

import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.EntityReader;
import de.stadttor.channels.email.mime.Oddities;
import de.stadttor.channels.email.mime.Slice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;
import org.bouncycastle.openpgp.operator.jcajce.JcePBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcePublicKeyDataDecryptorFactoryBuilder;
import org.jspecify.annotations.Nullable;

/** PGP/MIME (RFC 3156) with Bouncy Castle. */
final class PgpMime {

    private final MailKeys keys;
    private final Oddities oddities;
    private final PgpSignatures signatures;

    PgpMime(MailKeys keys, Oddities oddities) {
        this.keys = keys;
        this.oddities = oddities;
        this.signatures = new PgpSignatures(keys);
    }

    /** Verifies multipart/signed. */
    Protection verify(Entity signed, Protection before) {
        byte[] content = Canonical.lines(signed.parts().getFirst().raw().copy());
        return verify(signed.parts().get(1).decoded(), content, before);
    }

    /** Verifies a signature in ASCII armor over {@code content}. */
    Protection verify(byte[] armored, byte[] content, Protection before) {
        try (var decoder = PGPUtil.getDecoderStream(new ByteArrayInputStream(armored))) {
            if (new JcaPGPObjectFactory(decoder).nextObject() instanceof PGPSignatureList list && !list.isEmpty()) {
                return noted(signatures.verdict(list.get(0), content, before));
            }
        } catch (IOException | PGPException | RuntimeException damaged) {
            oddities.note("signature-damaged");
        }
        return before.signed(Protection.Signature.INVALID, null);
    }

    /** Decrypts the second part of multipart/encrypted; empty when no key fits. */
    Optional<Unwrapped> decrypt(Entity data, Protection before) {
        return open(data.decoded(), before)
                .map(content ->
                        new Unwrapped(EntityReader.message(Slice.of(content.bytes()), oddities), content.protection()));
    }

    /** Opens a message in ASCII armor, encrypted or only signed; empty when no key fits or it is damaged. */
    Optional<PgpSignatures.Content> open(byte[] armored, Protection before) {
        try (var decoder = PGPUtil.getDecoderStream(new ByteArrayInputStream(armored))) {
            byte[] packets = decoder.readAllBytes();
            if (isOnlySigned(new JcaPGPObjectFactory(packets).nextObject())) {
                return Optional.of(noted(signatures.content(packets, before)));
            }
            PGPEncryptedDataList list = list(new JcaPGPObjectFactory(packets));
            byte[] clear = list == null ? null : decrypt(list);
            if (clear == null) {
                oddities.note("encrypted-for-others");
                return Optional.empty();
            }
            return Optional.of(noted(signatures.content(clear, before.decrypted())));
        } catch (IOException | PGPException | RuntimeException damaged) {
            oddities.note("pgp-damaged");
            return Optional.empty();
        }
    }

    private static boolean isOnlySigned(@Nullable Object first) {
        return first instanceof PGPCompressedData
                || first instanceof PGPOnePassSignatureList
                || first instanceof PGPSignatureList;
    }

    private PgpSignatures.Content noted(PgpSignatures.Content content) {
        noted(content.protection());
        return content;
    }

    private Protection noted(Protection protection) {
        if (protection.signature() == Protection.Signature.INVALID) {
            oddities.note("signature-invalid");
        }
        return protection;
    }

    private static @Nullable PGPEncryptedDataList list(JcaPGPObjectFactory objects) throws IOException {
        for (Object object = objects.nextObject(); object != null; object = objects.nextObject()) {
            if (object instanceof PGPEncryptedDataList list) {
                return list;
            }
        }
        return null;
    }

    private byte @Nullable [] decrypt(PGPEncryptedDataList list) throws IOException, PGPException {
        for (Iterator<PGPEncryptedData> each = list.iterator(); each.hasNext(); ) {
            if (each.next() instanceof PGPPublicKeyEncryptedData data) {
                PGPPrivateKey key = key(data);
                if (key != null) {
                    return clear(data, key);
                }
            }
        }
        return null;
    }

    /** Data whose integrity does not hold is not shown: altered ciphertext can leak the clear text. */
    private static byte[] clear(PGPPublicKeyEncryptedData data, PGPPrivateKey key) throws IOException, PGPException {
        var decryptor = new JcePublicKeyDataDecryptorFactoryBuilder()
                .setProvider(Crypto.PROVIDER)
                .build(key);
        try (var stream = data.getDataStream(decryptor)) {
            byte[] clear = stream.readAllBytes();
            if (!data.isIntegrityProtected() || !data.verify()) {
                throw new PGPException("integrity not protected or not right");
            }
            return clear;
        }
    }

    private @Nullable PGPPrivateKey key(PGPPublicKeyEncryptedData data) throws PGPException {
        for (PGPSecretKeyRing ring : keys.secretRings()) {
            PGPSecretKey secret = ring.getSecretKey(data.getKeyIdentifier());
            if (secret != null) {
                return secret.extractPrivateKey(new JcePBESecretKeyDecryptorBuilder()
                        .setProvider(Crypto.PROVIDER)
                        .build(keys.passphrase().toCharArray()));
            }
        }
        return null;
    }
}
