package de.stadttor.idempotency;

/**
 * What a request led to.
 *
 * @param repeated true when an earlier request of the same key had done it already
 */
public record Outcome<T>(T value, boolean repeated) {}
