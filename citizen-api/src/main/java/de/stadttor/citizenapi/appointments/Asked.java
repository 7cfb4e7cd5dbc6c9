package de.stadttor.citizenapi.appointments;

import de.stadttor.appointments.Contact;
import de.stadttor.appointments.OfficeId;
import de.stadttor.appointments.ServiceId;
import de.stadttor.appointments.Wish;
import de.stadttor.web.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What frontends send about appointments. */
final class Asked {

    private Asked() {}

    record NewAppointment(int office, Instant at, List<Item> services) {

        Wish wish() {
            return new Wish(
                    new OfficeId(office), services.stream().map(Item::item).toList());
        }
    }

    /** @param quantity null for one */
    record Item(int service, @Nullable Integer quantity) {

        Wish.Item item() {
            return new Wish.Item(new ServiceId(service), quantity == null ? 1 : quantity);
        }
    }

    record NewContact(
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String note) {

        Contact contact(Language language) {
            return new Contact(name.strip(), email, phone, note == null ? "" : note, language.code());
        }
    }

    record NewTime(Instant at) {}
}
