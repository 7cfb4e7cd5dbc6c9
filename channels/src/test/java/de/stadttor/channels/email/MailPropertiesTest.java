package de.stadttor.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What must hold for every mail; random choices are seeded, so that a failure can be repeated. */
class MailPropertiesTest {

    private static final long SEED = 20261122;

    static List<Path> mails() {
        return Corpus.mails();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void meansTheSameWithEitherLineEnding(Path mail) {
        byte[] raw = Corpus.bytes(mail);
        assertThat(texts(Corpus.read(lineFeedsOnly(raw)))).isEqualTo(texts(Corpus.read(raw)));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void meansTheSameBelowAnMboxLine(Path mail) {
        byte[] raw = Corpus.bytes(mail);
        boolean already = new String(raw, StandardCharsets.ISO_8859_1).strip().startsWith("From ");
        byte[] line = already
                ? new byte[0]
                : "From a@b.example Mon Feb  2 10:15:00 2026\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] leading = withoutLeadingLines(raw);
        assertThat(Corpus.read(joined(line, leading))).isEqualTo(Corpus.read(raw));
    }

    @Test
    void meansTheSameWithHeaderFieldsTurnedAround() {
        for (Path mail : Corpus.mails().stream()
                .filter(file -> file.toString().contains("reply-"))
                .toList()) {
            String raw = new String(Corpus.bytes(mail), StandardCharsets.ISO_8859_1);
            int end = raw.indexOf("\r\n\r\n");
            List<String> fields = Arrays.asList(raw.substring(0, end).split("\r\n(?![ \t])", -1));
            String turned = String.join("\r\n", fields.reversed()) + raw.substring(end);
            assertThat(Corpus.read(turned.getBytes(StandardCharsets.ISO_8859_1)))
                    .as(mail.toString())
                    .isEqualTo(Corpus.read(raw.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    @Test
    void readsAnyTruncation() {
        Random random = new Random(SEED);
        for (Path mail : Corpus.mails()) {
            byte[] raw = Corpus.bytes(mail);
            for (int i = 0; i < 8 && raw.length > 0; i++) {
                byte[] cut = Arrays.copyOf(raw, random.nextInt(raw.length));
                assertThat(Corpus.read(cut).path("error").isNull()).isTrue();
            }
        }
    }

    @Test
    void readsAnyDamage() {
        Random random = new Random(SEED);
        for (Path mail : Corpus.mails()) {
            byte[] raw = Corpus.bytes(mail);
            for (int i = 0; i < 8 && raw.length > 0; i++) {
                byte[] damaged = raw.clone();
                for (int flips = 1 + random.nextInt(20); flips > 0; flips--) {
                    damaged[random.nextInt(raw.length)] = (byte) random.nextInt(256);
                }
                assertThat(Corpus.read(damaged).path("error").isNull()).isTrue();
            }
        }
    }

    @Test
    void leavesTheRawBytesAsTheyCame() throws Exception {
        for (Path mail : Corpus.mails()) {
            byte[] raw = Corpus.bytes(mail);
            byte[] before = MessageDigest.getInstance("SHA-256").digest(raw);
            Corpus.READER.read(raw);
            assertThat(MessageDigest.getInstance("SHA-256").digest(raw)).isEqualTo(before);
        }
    }

    /** Everything but the bytes of files, which rightly differ with their line endings. */
    private static JsonNode texts(JsonNode mail) {
        mail.path("attachments").forEach(file -> ((ObjectNode) file).remove(List.of("size", "sha256")));
        return mail;
    }

    private static byte[] lineFeedsOnly(byte[] raw) {
        ByteArrayOutputStream converted = new ByteArrayOutputStream(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '\r' || i + 1 == raw.length || raw[i + 1] != '\n') {
                converted.write(raw[i]);
            }
        }
        return converted.toByteArray();
    }

    private static byte[] withoutLeadingLines(byte[] raw) {
        int start = 0;
        while (start < raw.length && (raw[start] == '\r' || raw[start] == '\n')) {
            start++;
        }
        return Arrays.copyOfRange(raw, start, raw.length);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
