package de.stadttor.files;

/**
 * Bytes that are safely stored, known by what they are.
 *
 * @param sha256 lower-case hex; never part of an API
 * @param size in bytes
 * @param mediaType as found by looking at the bytes, whatever the sender said
 */
public record Content(String sha256, long size, String mediaType) {}
