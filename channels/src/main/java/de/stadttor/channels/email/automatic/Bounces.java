package de.stadttor.channels.email.automatic;

import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.EntityReader;
import de.stadttor.channels.email.mime.MessageIds;
import de.stadttor.channels.email.mime.Oddities;
import de.stadttor.channels.email.mime.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises reports about undelivered mail: first those for machines, then those that only people were meant to read.
 */
public final class Bounces {

    private static final int MOST_PARTS = 200;
    private static final int SAMPLE = 4 << 10;

    private final Entity message;
    private final String text;
    private final List<Entity> leaves = new ArrayList<>();

    private Bounces(Entity message, String text) {
        this.message = message;
        this.text = text;
        collect(message);
    }

    /**
     * Null when {@code message} is no such report.
     *
     * @param text its visible text
     */
    public static @Nullable Bounce find(Entity message, String text) {
        return new Bounces(message, text).find();
    }

    private void collect(Entity entity) {
        if (leaves.size() >= MOST_PARTS) {
            return;
        }
        if (entity.isMultipart()) {
            entity.parts().forEach(this::collect);
        } else {
            leaves.add(entity);
        }
    }

    private @Nullable Bounce find() {
        if (isOtherReport()) {
            return null;
        }
        String originalId = originalId();
        for (Entity leaf : leaves) {
            if (isStatus(leaf)) {
                Optional<Bounce> told = DeliveryStatus.read(leaf, originalId);
                if (told.isPresent()) {
                    return told.get();
                }
            }
        }
        return WrittenBounce.find(message, text, originalId, original());
    }

    /** Read receipts and complaints use the same envelope (RFC 8098, RFC 5965) but report no failure. */
    private boolean isOtherReport() {
        String type = message.type().token("report-type");
        return type.equals("disposition-notification") || type.equals("feedback-report");
    }

    private static boolean isStatus(Entity leaf) {
        String media = leaf.type().media();
        if (media.equals("message/delivery-status") || media.equals("message/global-delivery-status")) {
            return true;
        }
        if (media.startsWith("message/") || leaf.body().length() == 0) {
            return false;
        }
        Slice body = leaf.body();
        String beginning = body.part(0, Math.min(body.length(), SAMPLE)).latin1();
        return beginning.contains("Final-Recipient:") && beginning.contains("Action:");
    }

    /** The returned message or its header; null when none came with the report. */
    private @Nullable Entity original() {
        for (Entity leaf : leaves) {
            String media = leaf.type().media();
            boolean returned = media.startsWith("message/rfc822")
                    || media.equals("text/rfc822-headers")
                    || media.equals("message/global")
                    || media.equals("message/global-headers")
                    || media.equals("text/rfc822");
            if (returned) {
                Slice whole = leaf.encoding() == de.stadttor.channels.email.mime.TransferEncoding.IDENTITY
                        ? leaf.body()
                        : Slice.of(leaf.decoded());
                return EntityReader.message(whole.part(0, Math.min(whole.length(), 256 << 10)), new Oddities());
            }
        }
        return null;
    }

    private @Nullable String originalId() {
        Entity original = original();
        String id = original == null ? null : MessageIds.one(original.header().raw("message-id"));
        return id != null ? id : QuotedHeader.messageId(allText());
    }

    private String allText() {
        StringBuilder all = new StringBuilder(text);
        leaves.stream()
                .filter(leaf -> leaf.type().isText())
                .limit(10)
                .forEach(leaf -> all.append('\n')
                        .append(leaf.body()
                                .part(0, Math.min(leaf.body().length(), 64 << 10))
                                .latin1()));
        return all.toString();
    }
}
