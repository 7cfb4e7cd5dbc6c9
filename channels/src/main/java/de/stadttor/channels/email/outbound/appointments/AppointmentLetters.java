package de.stadttor.channels.email.outbound.appointments;

import de.stadttor.appointments.Appointment;
import de.stadttor.appointments.Appointment.State;
import de.stadttor.appointments.AppointmentId;
import de.stadttor.appointments.Appointments;
import de.stadttor.appointments.BookedService;
import de.stadttor.appointments.Catalogue;
import de.stadttor.appointments.Contact;
import de.stadttor.appointments.CurrentCatalogue;
import de.stadttor.appointments.Scope;
import de.stadttor.appointments.Secrets;
import de.stadttor.appointments.Secrets.Purpose;
import de.stadttor.channels.email.outbound.Letter;
import de.stadttor.channels.email.outbound.LetterBody;
import de.stadttor.channels.email.outbound.LetterWriter;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.outbox.OutboxItem.Kind;
import de.stadttor.outbox.OutboxItem.Recipient;
import de.stadttor.web.Language;
import de.stadttor.web.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Tells citizens of their appointments; what is no longer so when the letter could leave is not told. */
public final class AppointmentLetters implements LetterWriter {

    private static final Set<Kind> OURS = Set.of(Kind.ACTIVATION, Kind.CONFIRMATION, Kind.CANCELLED);
    private static final ZoneId HOME = ZoneId.of("Europe/Berlin");
    private static final String TIME = "EEEE, d. MMMM yyyy, HH:mm";

    /** No queue has it, so that the letters leave from the usual address. */
    private static final String QUEUE = "appointments";

    private final Appointments appointments;
    private final CurrentCatalogue catalogue;
    private final Secrets secrets;
    private final Texts texts;
    private final Clock clock;

    public AppointmentLetters(
            Appointments appointments, CurrentCatalogue catalogue, Secrets secrets, Texts texts, Clock clock) {
        this.appointments = appointments;
        this.catalogue = catalogue;
        this.secrets = secrets;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public boolean writes(OutboxItem item) {
        return OURS.contains(item.kind());
    }

    @Override
    public Mono<Letter> write(OutboxItem item) {
        return item.recipient() instanceof Recipient.OfAddress(var address)
                ? appointments
                        .find(new AppointmentId(item.ticket().value()))
                        .filter(found -> found.stateAt(clock.instant()) == toldOf(item.kind()))
                        .zipWith(catalogue.read(), (found, current) -> letter(item.kind(), address, found, current))
                : Mono.empty();
    }

    private static @Nullable State toldOf(Kind kind) {
        return switch (kind) {
            case ACTIVATION -> State.PRECONFIRMED;
            case CONFIRMATION -> State.CONFIRMED;
            case CANCELLED -> State.CANCELLED;
            case ACKNOWLEDGEMENT, NOTICE, CLAIM, TRANSCRIPT, REPLY_NOTED, REPLY_REFUSED -> null;
        };
    }

    private Letter letter(Kind kind, String address, Appointment appointment, Catalogue current) {
        Contact contact = appointment.contact();
        Language language = contact != null && contact.language().equals("en") ? Language.ENGLISH : Language.GERMAN;
        Scope scope = current.scope(appointment.scope());
        DateTimeFormatter clockOnTheWall = DateTimeFormatter.ofPattern(TIME, language.locale())
                .withZone(scope == null ? HOME : scope.calendar().zone());
        String key = "appointment." + kind.name().toLowerCase(Locale.ROOT);
        String time = clockOnTheWall.format(appointment.first().at());
        return Letter.of(
                QUEUE,
                address,
                language.locale(),
                texts.of(language, key + ".subject", time),
                LetterBody.of(texts.of(language, key, places(kind, appointment, clockOnTheWall))),
                Set.of(Letter.Trait.AUTOMATIC));
    }

    private Object[] places(Kind kind, Appointment appointment, DateTimeFormatter clockOnTheWall) {
        Instant until = appointment.until();
        Purpose purpose = kind == Kind.ACTIVATION ? Purpose.ACTIVATION : Purpose.MANAGE;
        return new Object[] {
            clockOnTheWall.format(appointment.first().at()),
            appointment.services().stream().map(BookedService::name).collect(Collectors.joining(", ")),
            appointment.office().name() + ", " + appointment.office().address().line(),
            Integer.toString(appointment.number()),
            until == null ? "" : clockOnTheWall.format(until),
            appointment.id() + "." + secrets.of(purpose, appointment.id())
        };
    }
}
