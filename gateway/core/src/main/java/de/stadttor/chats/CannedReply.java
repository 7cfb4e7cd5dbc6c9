package de.stadttor.chats;

/**
 * Something that is said often.
 *
 * @param key names it
 * @param language ISO 639 code
 */
public record CannedReply(String key, String language, String text) {}
