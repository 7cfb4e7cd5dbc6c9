package de.stadttor.channels.email.mime;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into text whatever the label says. The order of belief: a byte order mark; UTF-8 that is valid and not
 * ASCII (no other text looks like it by chance); the declared charset if the bytes are valid in it; ICU's statistics;
 * Windows-1252, which German offices' programs mean when they say nothing.
 */
public final class Charsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
    private static final int SAMPLE = 16 << 10;
    private static final int CONFIDENT = 40;

    private Charsets() {}

    /**
     * The text of {@code bytes}; never fails.
     *
     * @param label the declared charset, null when none was declared
     */
    public static String decode(byte[] bytes, @Nullable String label, Oddities oddities) {
        Charset declared = CharsetNames.meaning(label);
        if (declared == null && label != null && !isAsciiLabel(label)) {
            oddities.note("charset-unknown");
        }
        boolean stateful = declared != null && isSevenBit(declared);
        if (!stateful && isPlainAscii(bytes)) {
            return utf16Declared(declared, bytes)
                    ? new String(bytes, bytes[1] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE)
                    : new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return clean(decodeForeign(bytes, declared, oddities));
    }

    private static String decodeForeign(byte[] bytes, @Nullable Charset declared, Oddities oddities) {
        Charset marked = byByteOrderMark(bytes);
        if (marked != null) {
            boolean half = marked.name().startsWith("UTF-16") && bytes.length % 2 == 1; // a line end cut in two
            return new String(bytes, 0, half ? bytes.length - 1 : bytes.length, marked);
        }
        if (declared != null && declared.equals(StandardCharsets.UTF_16)) {
            return new String(bytes, withoutByteOrderMark(bytes));
        }
        Charset escaped = byEscapeSequence(bytes);
        if (escaped != null && (declared == null || !isSevenBit(declared))) {
            oddities.note("charset-guessed");
            return new String(bytes, escaped);
        }
        boolean multiByte = declared != null && isMultiByte(declared);
        if (!multiByte && isUtf8(bytes)) {
            if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
                oddities.note("charset-mismatch");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (declared != null) {
            String text = strictly(bytes, declared);
            if (text != null) {
                return text;
            }
        }
        return guess(bytes, declared, oddities);
    }

    private static String guess(byte[] bytes, @Nullable Charset declared, Oddities oddities) {
        if (declared != null && (mostlyValid(bytes, declared) || isDamagedUtf8(bytes, declared))) {
            oddities.note("charset-damaged");
            return new String(bytes, declared);
        }
        String japanese = declared == null ? null : japanese(bytes, declared);
        if (japanese != null) {
            oddities.note("charset-mismatch");
            return japanese;
        }
        oddities.note(declared == null ? "charset-guessed" : "charset-mismatch");
        if (isUtf8(bytes) || mostlyValid(bytes, StandardCharsets.UTF_8)) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return new String(bytes, byStatistics(bytes));
    }

    /** A short text that was cut: what says it is UTF-8, and is so more often than not, is nothing else. */
    private static boolean isDamagedUtf8(byte[] bytes, Charset declared) {
        if (!declared.equals(StandardCharsets.UTF_8)) {
            return false;
        }
        String text = new String(bytes, 0, Math.min(bytes.length, SAMPLE), declared);
        long wrong = text.chars().filter(c -> c == '\ufffd').count();
        return text.chars().filter(c -> c > 0x7f && c != '\ufffd').count() > wrong;
    }

    /**
     * Japanese that says it is ISO-2022-JP and was never converted to it; null for anything else. Half-width letters
     * are what EUC-JP looks like when it is taken for Shift_JIS.
     */
    private static @Nullable String japanese(byte[] bytes, Charset declared) {
        if (isUtf8(bytes)
                || !isSevenBit(declared)
                || !declared.name().toLowerCase(java.util.Locale.ROOT).contains("jp")) {
            return null;
        }
        String shifted = strictly(bytes, SHIFT_JIS);
        if (shifted != null && shifted.chars().noneMatch(c -> c >= '\uff61' && c <= '\uff9f')) {
            return shifted;
        }
        String extended = strictly(bytes, Charset.forName("EUC-JP"));
        return extended != null ? extended : shifted;
    }

    private static Charset byStatistics(byte[] bytes) {
        byte[] sample = bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes;
        for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
            Charset charset = CharsetNames.meaning(match.getName());
            if (charset != null
                    && match.getConfidence() >= CONFIDENT
                    && !match.getName().startsWith("UTF-")) {
                boolean doubtful = isMultiByte(charset) && strictly(sample, charset) == null && sample.length < SAMPLE;
                if (!doubtful) {
                    return charset;
                }
            }
        }
        return WINDOWS_1252;
    }

    private static @Nullable Charset byEscapeSequence(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, SAMPLE), StandardCharsets.ISO_8859_1);
        if (text.contains("\u001b$)C")) {
            return Charset.forName("ISO-2022-KR");
        }
        return text.contains("\u001b$") || text.contains("\u001b(J") ? Charset.forName("x-windows-iso2022jp") : null;
    }

    private static @Nullable Charset byByteOrderMark(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        return switch (first) {
            case 0xfeff -> StandardCharsets.UTF_16BE;
            case 0xfffe -> StandardCharsets.UTF_16LE;
            case 0xefbb -> bytes.length > 2 && (bytes[2] & 0xff) == 0xbf ? StandardCharsets.UTF_8 : null;
            default -> null;
        };
    }

    /**
     * At most one byte in fifty wrong: cut or slightly damaged text rather than another charset. Long characters of
     * UTF-8 do not come about by chance, so they alone are proof enough.
     */
    private static boolean mostlyValid(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.US_ASCII)) {
            return false;
        }
        int from = bytes.length > SAMPLE ? SAMPLE : bytes.length;
        String text = new String(bytes, 0, from, charset);
        long wrong = text.chars().filter(c -> c == '\ufffd').count();
        long foreign = text.chars().filter(c -> c > 0x7f && c != '\ufffd').count();
        return foreign >= 4 * wrong && (wrong * 50 <= from || charset.equals(StandardCharsets.UTF_8));
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(isMultiByte(charset) ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException invalid) {
            return null;
        } catch (RuntimeException | Error defect) {
            // Some decoders of stateful Asian charsets fail on rubbish with an index out of bounds.
            if (defect instanceof IndexOutOfBoundsException || defect instanceof IllegalArgumentException) {
                return null;
            }
            throw defect;
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        return strictly(bytes, StandardCharsets.UTF_8) != null;
    }

    /** Big-endian (RFC 2781, 4.3) unless its Latin letters, blanks and digits say otherwise. */
    private static Charset withoutByteOrderMark(byte[] bytes) {
        int little = 0;
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            little += (bytes[i] == 0 ? -1 : 0) + (bytes[i + 1] == 0 ? 1 : 0);
        }
        return little > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static boolean utf16Declared(@Nullable Charset declared, byte[] bytes) {
        if (declared == null || !declared.name().startsWith("UTF-16") || bytes.length < 2) {
            return false;
        }
        return bytes[0] == 0 || bytes[1] == 0;
    }

    private static boolean isMultiByte(Charset charset) {
        return charset.newDecoder().maxCharsPerByte() < 1.0f
                || charset.newDecoder().averageCharsPerByte() < 1.0f
                || isSevenBit(charset)
                || charset.name().startsWith("GB");
    }

    private static boolean isSevenBit(Charset charset) {
        String name = charset.name();
        return name.contains("2022") || name.equals("UTF-7") || name.startsWith("HZ");
    }

    private static boolean isAsciiLabel(String label) {
        String plain = label.toLowerCase(java.util.Locale.ROOT);
        return plain.contains("ascii") || plain.contains("unknown-8bit") || plain.isBlank();
    }

    static boolean isPlainAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0 || b == 0x1b) {
                return false;
            }
        }
        return true;
    }

    private static String clean(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
