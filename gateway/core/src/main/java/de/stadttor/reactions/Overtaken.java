package de.stadttor.reactions;

/** Somebody else claimed the work after this claim's lease ran out; its result must not count. */
public final class Overtaken extends RuntimeException {

    public Overtaken() {
        super("lease lost", null, false, false);
    }
}
