package de.stadttor.channels.email.secure;

import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.EntityReader;
import de.stadttor.channels.email.mime.Oddities;
import de.stadttor.channels.email.mime.Slice;
import java.util.Optional;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSCompressedData;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.ZlibExpanderProvider;

/**
 * S/MIME 4.0 (RFC 8551) with Bouncy Castle. An expired key still decrypts; an unread signature still shows its content.
 */
final class Smime {

    private static final long MOST_EXPANDED = 64L << 20;

    private final MailKeys keys;
    private final Oddities oddities;

    Smime(MailKeys keys, Oddities oddities) {
        this.keys = keys;
        this.oddities = oddities;
    }

    /** Opens application/pkcs7-mime of any kind; empty when it cannot be opened. */
    Optional<Unwrapped> open(Entity envelope, Protection before) {
        try {
            byte[] bytes = Pem.bare(envelope.decoded());
            ContentInfo info = ContentInfo.getInstance(bytes);
            var type = info.getContentType();
            if (type.equals(CMSObjectIdentifiers.signedData)) {
                return signed(new CMSSignedData(bytes), before);
            }
            if (type.equals(CMSObjectIdentifiers.envelopedData)) {
                var recipients = new CMSEnvelopedData(bytes).getRecipientInfos();
                return decrypted(recipients, false, before);
            }
            if (type.equals(CMSObjectIdentifiers.authEnvelopedData)) {
                return decrypted(new CMSAuthEnvelopedData(bytes).getRecipientInfos(), true, before);
            }
            return expanded(bytes, before);
        } catch (CMSException | RuntimeException damaged) {
            oddities.note("smime-damaged");
            return Optional.empty();
        }
    }

    /** Verifies multipart/signed; line ends are made canonical when the bytes as they came do not fit. */
    Protection verify(Entity signed, Protection before) {
        byte[] content = signed.parts().getFirst().raw().copy();
        try {
            byte[] signature = Pem.bare(signed.parts().get(1).decoded());
            Protection verdict = verdict(new CMSSignedData(new CMSProcessableByteArray(content), signature), before);
            if (verdict.signature() != Protection.Signature.INVALID) {
                return verdict;
            }
            byte[] canonical = Canonical.lines(content);
            return verdict(new CMSSignedData(new CMSProcessableByteArray(canonical), signature), before);
        } catch (CMSException | RuntimeException damaged) {
            oddities.note("signature-damaged");
            return before.signed(Protection.Signature.INVALID, null);
        }
    }

    private Optional<Unwrapped> signed(CMSSignedData data, Protection before) throws CMSException {
        if (data.getSignedContent() == null || !(data.getSignedContent().getContent() instanceof byte[] content)) {
            return Optional.empty();
        }
        return Optional.of(new Unwrapped(inner(content), verdict(data, before)));
    }

    private Protection verdict(CMSSignedData data, Protection before) {
        Protection verdict = new SmimeSigner(keys, Crypto.PROVIDER).verdict(data, before);
        if (verdict.signature() == Protection.Signature.INVALID) {
            oddities.note("signature-invalid");
        }
        return verdict;
    }

    private Optional<Unwrapped> decrypted(
            RecipientInformationStore recipients, boolean authenticated, Protection before) {
        for (MailKeys.Identity identity : keys.identities()) {
            for (RecipientInformation recipient : recipients.getRecipients()) {
                byte[] content = content(recipient, identity, authenticated);
                if (content != null) {
                    return Optional.of(new Unwrapped(inner(content), before.decrypted()));
                }
            }
        }
        oddities.note("encrypted-for-others");
        return Optional.empty();
    }

    private byte @org.jspecify.annotations.Nullable [] content(
            RecipientInformation recipient, MailKeys.Identity identity, boolean authenticated) {
        try {
            return recipient.getContent(
                    authenticated
                            ? new JceKeyTransAuthEnvelopedRecipient(identity.key()).setProvider(Crypto.PROVIDER)
                            : new JceKeyTransEnvelopedRecipient(identity.key()).setProvider(Crypto.PROVIDER));
        } catch (CMSException | RuntimeException notForThisKey) {
            return null;
        }
    }

    private Optional<Unwrapped> expanded(byte[] bytes, Protection before) throws CMSException {
        byte[] content = new CMSCompressedData(bytes).getContent(new ZlibExpanderProvider(MOST_EXPANDED));
        return Optional.of(new Unwrapped(inner(content), before));
    }

    private Entity inner(byte[] content) {
        return EntityReader.message(Slice.of(content), oddities);
    }
}
