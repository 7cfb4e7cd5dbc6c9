package de.stadttor.outbox;

/**
 * The right to deliver one item for a while.
 *
 * @param fence counts the claims of this item; whoever was overtaken holds an old one and can record nothing
 * @param attempts how often it has been tried, this time included
 */
public record DeliveryClaim(OutboxItem item, long fence, int attempts) {}
