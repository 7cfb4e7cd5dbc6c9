package de.stadttor.seals;

/** A sealed value was forged, changed, or sealed for somebody else. */
public final class BrokenSeal extends Exception {

    public BrokenSeal() {
        super("broken seal", null, false, false);
    }
}
