package de.stadttor.mailboxes;

/** Another process reads the folder now; what this one does must not count. */
public final class LeaseLost extends RuntimeException {

    public LeaseLost() {
        super("lease lost", null, false, false);
    }
}
