package de.stadttor.channels.email.body;

import de.stadttor.channels.email.mime.Charsets;
import de.stadttor.channels.email.mime.Entity;
import de.stadttor.channels.email.mime.Oddities;
import de.stadttor.channels.email.mime.Slice;
import de.stadttor.channels.email.mime.TransferEncoding;
import de.stadttor.channels.email.mime.Uuencoded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns text parts into passages. A text is shown up to {@value #MAX_TEXT} bytes, HTML up to {@value #MAX_HTML}; a
 * longer part is cut and also kept whole as a file.
 */
final class TextParts {

    private static final int MAX_TEXT = 4 << 20;
    private static final int MAX_HTML = 2 << 20;

    private final Oddities oddities;
    private final List<EmbeddedFile> embedded = new ArrayList<>();
    private final List<Entity> cut = new ArrayList<>();

    TextParts(Oddities oddities) {
        this.oddities = oddities;
    }

    List<EmbeddedFile> embedded() {
        return List.copyOf(embedded);
    }

    /** The parts that were too long to be shown whole. */
    List<Entity> cut() {
        return List.copyOf(cut);
    }

    Passage passage(Entity part) {
        boolean html = part.type().is("text/html");
        byte[] bytes = beginning(part, html ? MAX_HTML : MAX_TEXT);
        if (html) {
            return new Passage(null, lineFeeds(Charsets.decode(bytes, HtmlCharset.of(part, bytes), oddities)));
        }
        String text = lineFeeds(Charsets.decode(withoutFiles(bytes), part.type().charset(), oddities));
        if (part.type().is("text/enriched") || part.type().is("text/richtext")) {
            return new Passage(EnrichedText.plain(text), null);
        }
        boolean flowed = part.type().token("format").equals("flowed");
        boolean joined = part.type().token("delsp").equals("yes");
        return new Passage(flowed ? FlowedText.unflow(text, joined) : text, null);
    }

    private byte[] beginning(Entity part, int limit) {
        try (InputStream decoded = part.encoding().open(part.body())) {
            byte[] bytes = decoded.readNBytes(limit);
            if (bytes.length == limit && decoded.read() >= 0) {
                oddities.note("text-cut");
                cut.add(part);
            }
            return bytes;
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory failed", impossible);
        }
    }

    /** Takes uuencoded files out of a text. */
    private byte[] withoutFiles(byte[] bytes) {
        Slice all = Slice.of(bytes);
        String text = all.latin1();
        Optional<Uuencoded> file = text.contains("begin") ? Uuencoded.find(text, 0) : Optional.empty();
        if (file.isEmpty()) {
            return bytes;
        }
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        int at = 0;
        while (file.isPresent() && embedded.size() < 100) {
            Uuencoded found = file.get();
            rest.writeBytes(all.part(at, found.start()).copy());
            embedded.add(
                    new EmbeddedFile(found.name(), all.part(found.start(), found.end()), TransferEncoding.UUENCODE));
            at = found.end();
            file = Uuencoded.find(text, at);
        }
        rest.writeBytes(all.from(at).copy());
        return rest.toByteArray();
    }

    private static String lineFeeds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
