package de.stadttor.channels.email.mime;

import java.util.List;
import java.util.Optional;

/**
 * Reads a message into its tree of parts. Bounded: at most {@value #MAX_DEPTH} levels and {@value #MAX_ENTITIES} parts,
 * and in all no more than eight times the message's bytes (at least 256 MiB) are scanned; what lies beyond stays one
 * unread part. Used once.
 */
public final class EntityReader {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_ENTITIES = 10_000;
    private static final long LEAST_BUDGET = 256L << 20;

    private final Oddities oddities;
    private int entities;
    private long budget;

    private EntityReader(Oddities oddities, long budget) {
        this.oddities = oddities;
        this.budget = budget;
    }

    /** The message whose raw bytes {@code message} holds; a leading mbox {@code From } line is skipped. */
    public static Entity message(Slice message, Oddities oddities) {
        long budget = Math.max(LEAST_BUDGET, 8L * message.length());
        Slice bare = lineFeeds(withoutEnvelope(lineFeeds(message)));
        return new EntityReader(oddities, budget).entity(bare, ContentType.PLAIN, 0);
    }

    /** A message that has no LF at all but CR was saved where CR alone ends a line. */
    private static Slice lineFeeds(Slice message) {
        boolean returns = message.indexOf('\n', 0) == message.length() && message.indexOf('\r', 0) < message.length();
        if (!returns) {
            return message;
        }
        byte[] bytes = message.copy();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '\r' ? (byte) '\n' : bytes[i];
        }
        return Slice.of(bytes);
    }

    /** mbox and some mail transports put {@code From sender date} (or {@code >From }) before the header. */
    private static Slice withoutEnvelope(Slice message) {
        int start = 0;
        while (start < message.length() && (message.at(start) == '\n' || message.at(start) == '\r')) {
            start++;
        }
        String beginning = message.latin1(start, Math.min(message.length(), start + 6));
        if (message.length() > start + 2 && beginning.startsWith("\u00ef\u00bb\u00bf")) {
            start += 3;
        }
        String line = message.latin1(start, Math.min(message.length(), start + 40));
        boolean envelope = (line.startsWith("From ") && !line.matches("(?s)From +:.*")) || line.startsWith(">From ");
        return message.from(envelope ? message.nextLine(start) : start);
    }

    private Entity entity(Slice raw, ContentType fallback, int depth) {
        entities++;
        HeaderBlock block = HeaderBlock.read(raw, oddities);
        HeaderFields header = block.fields();
        ContentType type = ContentType.of(header.raw("content-type"), fallback);
        Slice body = raw.from(Math.min(block.end(), raw.length()));
        TransferEncoding encoding = encoding(header, type, body);
        if (!type.isMultipart()) {
            return new Entity(header, type, encoding, raw, body, List.of());
        }
        return multipart(new Entity(header, type, encoding, raw, body, List.of()), depth);
    }

    private TransferEncoding encoding(HeaderFields header, ContentType type, Slice body) {
        TransferEncoding told = TransferEncoding.of(header.token("content-transfer-encoding"), oddities);
        if (told == TransferEncoding.BASE64 && type.isText() && TransferEncoding.isProse(body)) {
            oddities.note("transfer-encoding-wrong");
            return TransferEncoding.IDENTITY;
        }
        return told;
    }

    private Entity multipart(Entity shell, int depth) {
        if (depth >= MAX_DEPTH || budget < shell.body().length()) {
            oddities.note("nesting-too-deep");
            return new Entity(shell.header(), unread(), shell.encoding(), shell.raw(), shell.body(), List.of());
        }
        budget -= shell.body().length();
        List<Slice> slices = slices(shell);
        if (slices.isEmpty()) {
            oddities.note("multipart-without-parts");
            return new Entity(
                    shell.header(), ContentType.PLAIN, shell.encoding(), shell.raw(), shell.body(), List.of());
        }
        ContentType fallback = shell.type().is("multipart/digest") ? ContentType.MESSAGE : ContentType.PLAIN;
        List<Entity> parts = slices.stream()
                .limit(Math.max(0, MAX_ENTITIES - entities))
                .map(slice -> entity(slice, fallback, depth + 1))
                .toList();
        if (parts.size() < slices.size()) {
            oddities.note("too-many-parts");
        }
        return new Entity(shell.header(), shell.type(), shell.encoding(), shell.raw(), shell.body(), parts);
    }

    private List<Slice> slices(Entity shell) {
        String parameter = shell.type().parameters().get("boundary");
        List<Slice> slices =
                parameter == null ? List.of() : Boundary.of(parameter).split(shell.body(), oddities);
        if (!slices.isEmpty()) {
            return slices;
        }
        Optional<Boundary> guessed = Boundary.guess(shell.body());
        guessed.ifPresent(_ -> oddities.note("boundary-guessed"));
        return guessed.map(boundary -> boundary.split(shell.body(), oddities)).orElse(List.of());
    }

    private static ContentType unread() {
        return new ContentType("application/octet-stream", Parameters.NONE, false);
    }
}
