package de.stadttor.web;

/**
 * A JSON body that fits its contract.
 *
 * @param fingerprint SHA-256 of its canonical form, lower-case hex: equal for equal content, whatever the spacing
 */
public record Received<T>(T value, String fingerprint) {}
