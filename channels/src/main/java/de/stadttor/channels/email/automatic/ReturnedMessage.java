package de.stadttor.channels.email.automatic;

import de.stadttor.channels.email.mime.AddressList;
import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.EntityReader;
import de.stadttor.channels.email.mime.MailAddress;
import de.stadttor.channels.email.mime.MessageIds;
import de.stadttor.channels.email.mime.Oddities;
import de.stadttor.channels.email.mime.Slice;
import de.stadttor.channels.email.mime.TransferEncoding;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a report returns of our message: the whole, its header, or a quotation within the report's text. */
final class ReturnedMessage {

    private static final Set<String> RETURNED = Set.of(
            "message/rfc822",
            "text/rfc822-headers",
            "message/global",
            "message/global-headers",
            "text/rfc822",
            "message/rfc822-headers");
    private static final Pattern MESSAGE_ID =
            Pattern.compile("(?im)^[> \\t]{0,20}Message-Id:\\s{0,20}<([^<>\\s]{3,500})>");
    private static final Pattern TO =
            Pattern.compile("(?im)^[> \\t]{0,20}To:[^\\n@]{0,200}?([\\w.+=-]{1,100}@[\\w.-]{1,200})");
    private static final int QUOTED = 32 << 10;
    private static final int HEADER = 256 << 10;

    private final List<Entity> leaves;
    private final String text;

    ReturnedMessage(List<Entity> leaves, String text) {
        this.leaves = leaves;
        this.text = text;
    }

    /** True when there is more than a quotation in the text. */
    boolean isWhole() {
        return leaves.stream().anyMatch(leaf -> leaf.type().is("message/rfc822"));
    }

    @Nullable
    String messageId() {
        Entity original = original();
        String id = original == null ? null : MessageIds.one(original.header().raw("message-id"));
        return id != null ? id : quoted(MESSAGE_ID);
    }

    @Nullable
    String recipient() {
        Entity original = original();
        if (original != null) {
            return AddressList.of(original.header().raw("to")).stream()
                    .filter(MailAddress::isComplete)
                    .map(MailAddress::address)
                    .findFirst()
                    .orElse(null);
        }
        return quoted(TO);
    }

    private @Nullable Entity original() {
        return leaves.stream()
                .filter(leaf -> RETURNED.contains(leaf.type().media()))
                .findFirst()
                .map(leaf -> leaf.encoding() == TransferEncoding.IDENTITY ? leaf.body() : Slice.of(leaf.decoded()))
                .map(whole -> EntityReader.message(whole.part(0, Math.min(whole.length(), HEADER)), new Oddities()))
                .orElse(null);
    }

    private @Nullable String quoted(Pattern field) {
        StringBuilder all = new StringBuilder(text);
        leaves.stream()
                .filter(leaf -> leaf.type().isText())
                .limit(5)
                .map(Entity::body)
                .forEach(body -> all.append('\n')
                        .append(body.part(0, Math.min(body.length(), QUOTED)).latin1()));
        Matcher matcher = field.matcher(all);
        return matcher.find() ? matcher.group(1) : null;
    }
}
