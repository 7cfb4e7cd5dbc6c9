package de.stadttor.channels.email.automatic;

import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.EntityReader;
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
    private static final int LONGEST_TEXT = 64 << 10;

    private final Entity message;
    private final String text;
    private final int depth;
    private final List<Entity> leaves = new ArrayList<>();

    private Bounces(Entity message, String text, int depth) {
        this.message = message;
        this.depth = depth;
        this.text = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
        collect(message);
    }

    /**
     * Null when {@code message} is no such report.
     *
     * @param text its visible text
     */
    public static @Nullable Bounce find(Entity message, String text) {
        return new Bounces(message, text, 0).find();
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
            return SieveReject.find(leaves, text);
        }
        ReturnedMessage returned = new ReturnedMessage(leaves, text);
        for (Entity leaf : leaves) {
            Optional<Bounce> told = isStatus(leaf) ? DeliveryStatus.read(leaf, returned) : Optional.empty();
            if (told.isPresent()) {
                return told.get();
            }
        }
        Bounce enclosed = enclosed();
        return enclosed != null ? enclosed : WrittenBounce.find(message, text, returned);
    }

    /** Some gateways put a server's report into a message of their own; a person who forwards one reports nothing. */
    private @Nullable Bounce enclosed() {
        if (depth > 0 || !ReportSigns.isFromServer(message.header())) {
            return null;
        }
        return leaves.stream()
                .filter(leaf -> leaf.type().is("message/rfc822"))
                .findFirst()
                .map(leaf -> EntityReader.message(Slice.of(leaf.decoded()), new Oddities()))
                .filter(inner -> inner.type().is("multipart/report"))
                .map(inner -> new Bounces(inner, "", depth + 1).find())
                .orElse(null);
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
        if (media.startsWith("message/") || !(media.startsWith("text/") || media.equals("application/octet-stream"))) {
            return false;
        }
        Slice body = leaf.body();
        String beginning = body.part(0, Math.min(body.length(), SAMPLE)).latin1();
        return beginning.contains("Final-Recipient:") && beginning.contains("Action:");
    }
}
