package de.stadttor.sorting;

/** Tells which regular expressions can be used, which the JDK's own engine does not: its time is not bounded. */
@FunctionalInterface
public interface Patterns {

    boolean isUsable(String pattern);
}
