package de.stadttor.channels.form.open311;

import de.stadttor.files.ContentStore;
import de.stadttor.files.StoredFile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Paints a picture anew for the public: a photo's file tells where, when and with whose camera it was taken, and none
 * of it is left then. Read in steps where it is large, so that its memory is bounded.
 */
@Component
final class PlainPicture {

    private static final int LARGEST_FILE = 20 * 1024 * 1024;
    private static final int LONGEST_EDGE = 1600;

    /** Pixels of a picture that is worth reading at all. */
    private static final long MOST_PIXELS = 200_000_000L;

    private final ContentStore contents;

    PlainPicture(ContentStore contents) {
        this.contents = contents;
    }

    /** As JPEG; empty for what cannot be read. */
    Mono<byte[]> of(StoredFile file) {
        return file.content().size() > LARGEST_FILE
                ? Mono.empty()
                : contents.read(file.content())
                        .collect(ByteArrayOutputStream::new, PlainPicture::append)
                        .publishOn(Schedulers.boundedElastic())
                        .flatMap(bytes -> Mono.justOrEmpty(painted(bytes.toByteArray())));
    }

    private static void append(ByteArrayOutputStream all, ByteBuffer more) {
        byte[] bytes = new byte[more.remaining()];
        more.get(bytes);
        all.writeBytes(bytes);
    }

    private static byte @Nullable [] painted(byte[] file) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return painted(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private static byte @Nullable [] painted(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            return null;
        }
        var parameters = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / LONGEST_EDGE);
        parameters.setSourceSubsampling(step, step, 0, 0);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(opaque(reader.read(0, parameters)), "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage opaque(BufferedImage image) {
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = plain.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        brush.drawImage(image, 0, 0, Color.WHITE, null);
        brush.dispose();
        return plain;
    }
}
