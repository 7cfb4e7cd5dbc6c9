package de.stadttor.channels.email.mailbox.server;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A mail in a file that is thrown away.
 *
 * @param cut what ended it before its end, told when all before it was read; null for a whole one
 */
record SpooledMail(MailRef mail, Path file, @Nullable IOException cut) {

    static SpooledMail of(MailRef mail, Message message) throws IOException, MessagingException {
        Path file = Files.createTempFile("mail-", null);
        try (OutputStream out = Files.newOutputStream(file)) {
            message.writeTo(out);
            return new SpooledMail(mail, file, null);
        } catch (IOException cut) {
            return new SpooledMail(mail, file, cut);
        }
    }

    ByteBuffer part(long offset, int length) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] part = new byte[(int) Math.max(0, Math.min(length, bytes.length() - offset))];
            bytes.seek(offset);
            bytes.readFully(part);
            if (part.length == 0 && cut != null) {
                throw cut;
            }
            return ByteBuffer.wrap(part);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
