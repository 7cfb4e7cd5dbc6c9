package de.stadttor.channels.phone.transcript;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.MediaType;

/** The formats of transcripts that are lines of text. */
public enum TranscriptFormat {
    VTT(WebVtt::read, "text/vtt"),
    SRT(SubRip::read, "application/x-subrip", "application/srt", "text/srt"),
    PLAIN(PlainText::read, "text/plain");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @SuppressWarnings("ImmutableEnumChecker") // a method reference without state
    private final Function<List<String>, List<SpokenTurn>> reader;

    @SuppressWarnings("ImmutableEnumChecker") // made by toList
    private final List<MediaType> types;

    TranscriptFormat(Function<List<String>, List<SpokenTurn>> reader, String... types) {
        this.reader = reader;
        this.types = Stream.of(types).map(MediaType::parseMediaType).toList();
    }

    public static Optional<TranscriptFormat> of(MediaType type) {
        return Stream.of(values())
                .filter(format -> format.types.stream().anyMatch(own -> own.isCompatibleWith(type)))
                .findFirst();
    }

    /** Refused when it is no UTF-8, or not of this format; the fault names the line, from 1. */
    public List<SpokenTurn> read(byte[] bytes) {
        String text = text(bytes);
        String body = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return reader.apply(body.lines().toList());
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Refused(Refusal.Invalid.at("", "characters"));
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new Refused(Refusal.Invalid.at("", "utf-8"));
        }
    }
}
