package de.stadttor.bench.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A command line that grows. */
final class Arguments {

    private final List<String> list = new ArrayList<>();

    Arguments add(String... more) {
        Collections.addAll(list, more);
        return this;
    }

    Arguments add(List<String> more) {
        list.addAll(more);
        return this;
    }

    Arguments addIf(boolean condition, String... more) {
        return condition ? add(more) : this;
    }

    List<String> list() {
        return List.copyOf(list);
    }
}
