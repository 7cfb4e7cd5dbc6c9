package de.stadttor.sorting;

import java.util.List;

/**
 * Where the mails of one mailbox go that begin a ticket.
 *
 * @param queue key of the queue, unless a rule names another
 * @param rules in their order; the first one that fits decides
 * @param version counts every change, from 1
 */
public record Sorting(String mailbox, String queue, List<SortingRule> rules, long version) {

    public Sorting {
        rules = List.copyOf(rules);
    }

    /** The same mailbox, decided anew. */
    Sorting next(String otherQueue, List<SortingRule> otherRules) {
        return new Sorting(mailbox, otherQueue, otherRules, version + 1);
    }
}
