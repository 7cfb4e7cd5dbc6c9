package de.stadttor.web;

import de.stadttor.files.StoredFile;
import java.util.UUID;

/** A file at a message, as every API shows it ({@code common.yaml#File}). */
public record FileView(UUID id, String name, String contentType, long size, String scan) {

    public static FileView of(StoredFile file) {
        return new FileView(
                file.id().value(),
                file.name().value(),
                file.content().mediaType(),
                file.content().size(),
                file.scan().code());
    }
}
