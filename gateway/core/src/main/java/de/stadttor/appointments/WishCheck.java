package de.stadttor.appointments;

import de.stadttor.appointments.Wish.Item;
import de.stadttor.refusal.Refusal.Fault;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether an office does what is wished, so often, and all of it together. */
record WishCheck(Wish wish, Map<ServiceId, Offer> offered) {

    /** The first fault of the item at this place. */
    Optional<Fault> check(int place) {
        Item item = wish.items().get(place);
        Offer offer = offered.get(item.service());
        if (offer == null) {
            return fault(place, "service", "not-offered");
        }
        if (item.quantity() > offer.maxQuantity()) {
            return fault(place, "quantity", "too-many");
        }
        return combines(place, offer) ? Optional.empty() : fault(place, "service", "not-combinable");
    }

    /** With each other one, and wanted in one place only. */
    private boolean combines(int place, Offer offer) {
        return IntStream.range(0, wish.items().size())
                .filter(other -> other != place)
                .mapToObj(other -> wish.items().get(other).service())
                .allMatch(offer.combinable()::contains);
    }

    private static Optional<Fault> fault(int place, String name, String code) {
        return Optional.of(new Fault("/services/" + place + "/" + name, code, ""));
    }
}
