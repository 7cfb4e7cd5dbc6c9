package de.stadttor.ticketing;

/**
 * How long a queue keeps things open, and things at all; in days.
 *
 * @param reopen within which a citizen's message opens a closed ticket again; later it begins a new one, 0 always
 * @param originals that messages are kept as they came, beside what was read from them
 * @param version grows with every change
 */
public record Periods(int reopen, int originals, long version) {

    Periods changed(int newReopen, int newOriginals) {
        return new Periods(newReopen, newOriginals, version + 1);
    }
}
