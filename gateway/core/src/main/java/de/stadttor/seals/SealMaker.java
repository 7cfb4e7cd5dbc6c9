package de.stadttor.seals;

/** Makes the seals of this installation; the same purpose gives the same seal on every node and after every start. */
@FunctionalInterface
public interface SealMaker {

    Seal seal(String purpose);
}
