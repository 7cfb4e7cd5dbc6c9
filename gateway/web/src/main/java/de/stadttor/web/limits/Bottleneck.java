package de.stadttor.web.limits;

/** Something that requests wait for, and that knows when too many do. Asked for each request, so it answers at once. */
@FunctionalInterface
public interface Bottleneck {

    boolean isCongested();
}
