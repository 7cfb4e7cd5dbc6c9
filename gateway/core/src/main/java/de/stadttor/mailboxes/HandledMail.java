package de.stadttor.mailboxes;

/**
 * A mail that is in.
 *
 * @param mail what its folder knows it by
 * @param digest SHA-256 of its bytes in hexadecimal digits, to know it again should the server give it another name
 */
public record HandledMail(String mail, String digest) {}
