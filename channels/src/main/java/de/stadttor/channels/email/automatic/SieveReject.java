package de.stadttor.channels.email.automatic;

import de.stadttor.channels.email.automatic.Bounce.Kind;
import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.HeaderFields;
import de.stadttor.channels.email.mime.HeaderGroups;
import de.stadttor.channels.email.mime.HeaderText;
import de.stadttor.channels.email.mime.MessageIds;
import de.stadttor.channels.email.mime.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recipient's filter that refuses a message answers with a receipt that says "deleted" by itself (RFC 5429, 2.1.2);
 * mail stores do so when a mailbox is full. All other receipts are no reports about delivery.
 */
final class SieveReject {

    private static final int LONGEST = 64 << 10;

    private SieveReject() {}

    static @Nullable Bounce find(List<Entity> leaves, String text) {
        return leaves.stream()
                .filter(leaf -> leaf.type().is("message/disposition-notification"))
                .map(leaf -> Slice.of(leaf.decoded()))
                .flatMap(body -> HeaderGroups.of(body.part(0, Math.min(body.length(), LONGEST))).stream())
                .filter(SieveReject::refuses)
                .findFirst()
                .map(group -> bounce(group, text))
                .orElse(null);
    }

    private static boolean refuses(HeaderFields group) {
        String disposition = group.token("disposition").replaceAll("\\s", "");
        return disposition.startsWith("automatic-action/mdn-sent-automatically;")
                && (disposition.contains(";deleted") || disposition.contains(";denied"));
    }

    private static Bounce bounce(HeaderFields group, String text) {
        String recipient = group.raw("final-recipient");
        String status = FailureWords.status(text);
        return new Bounce(
                Kind.HARD,
                status == null ? "5.7.1" : "5" + status.substring(1),
                recipient == null
                        ? null
                        : HeaderText.decode(recipient)
                                .replaceFirst("^\\s*[\\w-]+\\s*;", "")
                                .strip(),
                text.isBlank() ? null : text.strip().replaceAll("\\s+", " "),
                MessageIds.one(group.raw("original-message-id")));
    }
}
