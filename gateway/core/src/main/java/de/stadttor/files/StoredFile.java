package de.stadttor.files;

/**
 * A file at a message.
 *
 * @param scan what the virus scanner said when it came in
 */
public record StoredFile(FileId id, FileName name, Content content, ScanVerdict scan) {}
