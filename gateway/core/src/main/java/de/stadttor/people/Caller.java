package de.stadttor.people;

/** Who is calling, already authenticated. */
public sealed interface Caller permits Citizen, Caseworker, Machine {

    /** A stable reference for audit, idempotency and cursors; never a name. */
    String reference();
}
