package de.stadttor.channels.email.body;

import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.Oddities;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Chooses what a person would read (RFC 2046, 5.1): of alternatives the HTML, of mixed parts every text in order. Used
 * once for a message.
 */
public final class BodyReader {

    private static final Set<String> READABLE = Set.of("text/plain", "text/html", "text/enriched", "text/richtext");

    private final Oddities oddities;
    private final List<Entity> files = new ArrayList<>();
    private final TextParts texts;

    private BodyReader(Oddities oddities) {
        this.oddities = oddities;
        this.texts = new TextParts(oddities);
    }

    /** Reads {@code message}; parts that are not understood become files, so that nothing is lost. */
    public static MailBody read(Entity message, Oddities oddities) {
        return new BodyReader(oddities).read(message);
    }

    private MailBody read(Entity message) {
        List<Passage> passages = new ArrayList<>();
        boolean onlyText = READABLE.contains(message.type().media()) && message.fileName() == null;
        if (onlyText && !message.isMultipart() && !BinaryText.is(message)) {
            passages.add(texts.passage(message));
        } else {
            collect(message, passages);
        }
        if (passages.isEmpty() && message.type().is("multipart/report")) {
            passages.add(new Passage(Preamble.of(message, oddities), null));
        }
        files.addAll(texts.cut());
        return body(passages);
    }

    private MailBody body(List<Passage> passages) {
        String html = Passage.html(passages);
        if (html == null) {
            return new MailBody(BodyKind.PLAIN, Passage.plain(passages), null, List.copyOf(files), texts.embedded());
        }
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false); // its indentation grows with the square of the depth
        String derived = HtmlText.of(document);
        if (!HtmlOddities.note(document, oddities)) {
            return new MailBody(BodyKind.PLAIN, derived, null, List.copyOf(files), texts.embedded());
        }
        String plain = Passage.plainIfComplete(passages);
        boolean agree = plain != null && Wording.agree(plain, derived);
        if (plain != null && !plain.isBlank() && !agree && !derived.isBlank()) {
            oddities.note("alternatives-differ");
        }
        String text = plain != null && (agree || derived.isBlank()) ? plain : derived;
        return new MailBody(BodyKind.HTML, text, document, List.copyOf(files), texts.embedded());
    }

    private void collect(Entity entity, List<Passage> passages) {
        if (!entity.isMultipart()) {
            leaf(entity, passages);
            return;
        }
        switch (entity.type().media()) {
            case "multipart/alternative" -> alternative(entity, passages);
            case "multipart/related" -> related(entity, passages);
            default -> entity.parts().forEach(part -> collect(part, passages));
        }
    }

    private void leaf(Entity entity, List<Passage> passages) {
        boolean body = isBody(entity, passages.isEmpty());
        if (body && BinaryText.is(entity)) {
            oddities.note("text-is-binary");
            files.add(entity.asFile());
        } else if (body) {
            passages.add(texts.passage(entity));
        } else {
            incomplete(entity);
            files.add(entity);
        }
    }

    /** What is said elsewhere is never fetched, and fragments are not put together: a person must know. */
    private void incomplete(Entity entity) {
        switch (entity.type().media()) {
            case "message/partial" -> oddities.note("partial-message");
            case "message/external-body" -> oddities.note("external-body");
            default -> {
                return;
            }
        }
    }

    /** A named text is a file, unless it opens the message and is not called an attachment. */
    private static boolean isBody(Entity entity, boolean first) {
        boolean attached = entity.disposition().value().startsWith("attach");
        if (attached || !READABLE.contains(entity.type().media())) {
            return false;
        }
        return entity.fileName() == null || (first && !entity.type().is("text/enriched"));
    }

    private void alternative(Entity entity, List<Passage> passages) {
        List<Passage> best = List.of();
        List<Passage> plain = List.of();
        for (Entity part : entity.parts()) {
            List<Passage> candidate = new ArrayList<>();
            collect(part, candidate);
            if (Passage.html(candidate) != null && !Passage.isBlank(candidate)) {
                best = candidate;
            } else if (!Passage.isBlank(candidate) && plain.isEmpty()) {
                plain = candidate;
            }
        }
        if (best.isEmpty()) {
            passages.addAll(plain);
        } else {
            passages.add(Passage.alternatives(best, plain));
        }
    }

    /** RFC 2387: the root is named by {@code start}, else it is the first part to read; the others belong to it. */
    private void related(Entity entity, List<Passage> passages) {
        List<Entity> others = new ArrayList<>(entity.parts());
        int root = root(entity);
        if (root >= 0) {
            collect(others.remove(root), passages);
        }
        others.forEach(part -> collect(part, passages));
    }

    private static int root(Entity related) {
        String start = related.type().token("start").replaceAll("[<>]", "");
        int readable = -1;
        for (int i = 0; i < related.parts().size(); i++) {
            Entity part = related.parts().get(i);
            if (!start.isEmpty() && start.equalsIgnoreCase(part.contentId())) {
                return i;
            }
            boolean candidate =
                    part.isMultipart() || READABLE.contains(part.type().media());
            readable = readable < 0 && candidate ? i : readable;
        }
        return readable;
    }
}
