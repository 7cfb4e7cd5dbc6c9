package de.stadttor.channels.email.files;

import de.stadttor.channels.email.mime.Oddities;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Judges the files of one message: names them, measures them, finds their type. Each is decoded once, in pieces. */
public final class AttachmentReader {

    private static final int MAX_FILES = 2_000;

    private final Oddities oddities;
    private final FileNames names;
    private final byte[] buffer = new byte[32 << 10];

    private AttachmentReader(Oddities oddities) {
        this.oddities = oddities;
        this.names = new FileNames(oddities);
    }

    /** In the order given; at most {@value #MAX_FILES}. */
    public static List<Attachment> read(List<FoundFile> files, Oddities oddities) {
        AttachmentReader reader = new AttachmentReader(oddities);
        List<Attachment> attachments = new ArrayList<>();
        for (FoundFile file : files) {
            if (attachments.size() == MAX_FILES) {
                oddities.note("too-many-attachments");
                break;
            }
            attachments.add(reader.read(file));
        }
        return List.copyOf(attachments);
    }

    private Attachment read(FoundFile file) {
        MessageDigest digest = sha256();
        long size = 0;
        byte[] beginning = new byte[0];
        try (InputStream bytes = file.encoding().open(file.encoded())) {
            for (int count = bytes.readNBytes(buffer, 0, buffer.length);
                    count > 0;
                    count = bytes.readNBytes(buffer, 0, buffer.length)) {
                beginning = size == 0 ? Arrays.copyOf(buffer, Math.min(count, FileTypes.SAMPLE)) : beginning;
                digest.update(buffer, 0, count);
                size += count;
            }
        } catch (IOException damaged) {
            oddities.note("attachment-damaged");
        }
        return judged(file, beginning, size, HexFormat.of().formatHex(digest.digest()));
    }

    private Attachment judged(FoundFile file, byte[] beginning, long size, String sha256) {
        String declared = file.type().media();
        boolean unknown = !file.type().told() || FileTypes.saysNothing(declared);
        String media = unknown ? FileTypes.find(beginning, file.name()) : declared;
        if (!unknown && FileTypes.isDisguisedProgram(declared, beginning)) {
            oddities.note("disguised-program");
        }
        String name = names.name(file, media);
        return new Attachment(
                name,
                media,
                file.type().charset(),
                file.contentId(),
                file.inline(),
                size,
                sha256,
                file.encoded(),
                file.encoding());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
