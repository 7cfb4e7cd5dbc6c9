package de.stadttor.web;

/** Recognizes failures that pass: the caller may come again. */
@FunctionalInterface
public interface Outage {

    boolean is(Throwable failure);
}
