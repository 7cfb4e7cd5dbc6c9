package de.stadttor.channels.email.secure;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;
import org.jspecify.annotations.Nullable;

/** Checks OpenPGP signatures against the configured public keys, which are trusted by being configured. */
final class PgpSignatures {

    private static final int MOST_BYTES = 128 << 20;

    private final MailKeys keys;

    PgpSignatures(MailKeys keys) {
        this.keys = keys;
    }

    /** What an encrypted message held. Not a record, since it has an array. */
    static final class Content {

        private final byte[] bytes;
        private final Protection protection;

        private Content(byte[] bytes, Protection protection) {
            this.bytes = bytes;
            this.protection = protection;
        }

        byte[] bytes() {
            return bytes;
        }

        Protection protection() {
            return protection;
        }
    }

    /** Reads decrypted packets: literal data, perhaps compressed, perhaps followed by a signature. */
    Content content(byte[] packets, Protection before) throws IOException, PGPException {
        JcaPGPObjectFactory objects = new JcaPGPObjectFactory(packets);
        byte[] bytes = new byte[0];
        Protection protection = before;
        for (Object object = objects.nextObject(); object != null; object = objects.nextObject()) {
            switch (object) {
                case PGPCompressedData compressed ->
                    objects = new JcaPGPObjectFactory(bounded(compressed.getDataStream()));
                case PGPLiteralData literal -> bytes = bounded(literal.getInputStream());
                case PGPSignatureList list when !list.isEmpty() -> protection = verdict(list.get(0), bytes, before);
                default -> {
                    continue;
                }
            }
        }
        return new Content(bytes, protection);
    }

    private static byte[] bounded(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(MOST_BYTES);
        if (bytes.length == MOST_BYTES) {
            throw new IOException("expands to more than " + MOST_BYTES + " bytes");
        }
        return bytes;
    }

    Protection verdict(PGPSignature signature, byte[] content, Protection before) throws PGPException {
        PGPPublicKey key = key(signature.getKeyID());
        if (key == null) {
            return before.signed(Protection.Signature.UNKNOWN_KEY, null);
        }
        signature.init(new JcaPGPContentVerifierBuilderProvider().setProvider(Crypto.PROVIDER), key);
        signature.update(content);
        return signature.verify()
                ? before.signed(Protection.Signature.TRUSTED, address(signature.getKeyID()))
                : before.signed(Protection.Signature.INVALID, null);
    }

    private @Nullable PGPPublicKey key(long id) {
        for (PGPPublicKeyRing ring : keys.publicRings()) {
            PGPPublicKey key = ring.getPublicKey(id);
            if (key != null) {
                return key;
            }
        }
        return null;
    }

    private @Nullable String address(long id) {
        for (PGPPublicKeyRing ring : keys.publicRings()) {
            if (ring.getPublicKey(id) != null) {
                Iterator<String> names = ring.getPublicKey().getUserIDs();
                String name = names.hasNext() ? names.next() : "";
                return name.contains("<") ? name.replaceFirst(".*<([^>]*)>.*", "$1") : name;
            }
        }
        return null;
    }
}
