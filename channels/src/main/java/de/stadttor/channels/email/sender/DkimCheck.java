package de.stadttor.channels.email.sender;

import de.stadttor.channels.email.mime.HeaderFields;
import de.stadttor.channels.email.mime.Slice;
import java.io.IOException;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.exceptions.TempFailException;

/** Verifies DKIM signatures (RFC 6376) ourselves, with Apache James jDKIM; for offices whose server does not. */
public final class DkimCheck implements SenderCheck {

    private final PublicKeyRecordRetriever keys;

    /** {@code keys} finds the signers' public keys, usually in the DNS; it blocks. */
    public DkimCheck(PublicKeyRecordRetriever keys) {
        this.keys = keys;
    }

    @Override
    public SenderVerdict check(HeaderFields header, Slice raw) {
        if (!header.has("dkim-signature")) {
            return verdict("none", null);
        }
        try {
            List<SignatureRecord> good = new DKIMVerifier(keys).verify(raw.open());
            return good == null || good.isEmpty() ? verdict("none", null) : verdict("pass", good.getFirst());
        } catch (TempFailException later) {
            return verdict("temperror", null);
        } catch (PermFailException wrong) {
            return verdict("fail", null);
        } catch (FailException | IOException | RuntimeException damaged) {
            return verdict("permerror", null);
        }
    }

    private static SenderVerdict verdict(String dkim, @org.jspecify.annotations.Nullable SignatureRecord signature) {
        return new SenderVerdict(
                null,
                dkim,
                null,
                signature == null ? null : signature.getDToken().toString());
    }
}
