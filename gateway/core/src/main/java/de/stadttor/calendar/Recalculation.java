package de.stadttor.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What new rules make of the slots there are.
 *
 * @param changed slots that offer something else than before
 * @param gained places there are more
 * @param lost places there are less
 * @param overfull slots with more appointments than places, afterwards
 */
record Recalculation(List<Slot> changed, int gained, int lost, List<Counter> overfull) {

    static Recalculation of(Map<Slot.Key, Counter> before, Map<Slot.Key, Slot> wanted) {
        List<Slot> changed = new ArrayList<>();
        List<Counter> overfull = new ArrayList<>();
        int gained = 0;
        int lost = 0;
        for (Slot slot : all(before, wanted)) {
            Counter counter = before.get(slot.key());
            int had = counter == null ? 0 : counter.slot().total();
            gained += Math.max(0, slot.total() - had);
            lost += Math.max(0, had - slot.total());
            if (counter == null || !counter.slot().equals(slot)) {
                changed.add(slot);
            }
            if (counter != null && counter.offering(slot).surplus() > 0) {
                overfull.add(counter.offering(slot));
            }
        }
        return new Recalculation(changed, gained, lost, overfull);
    }

    /** What is wanted, and nothing where there was something else. */
    private static List<Slot> all(Map<Slot.Key, Counter> before, Map<Slot.Key, Slot> wanted) {
        List<Slot> all = new ArrayList<>(wanted.values());
        before.values().stream()
                .map(Counter::slot)
                .filter(slot -> !wanted.containsKey(slot.key()))
                .map(slot -> new Slot(slot.key(), 0, 0, slot.releasedAt()))
                .forEach(all::add);
        return all;
    }
}
