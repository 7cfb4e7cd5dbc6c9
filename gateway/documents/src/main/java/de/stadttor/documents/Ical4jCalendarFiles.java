package de.stadttor.documents;

import de.stadttor.appointments.Appointment;
import de.stadttor.appointments.BookedService;
import de.stadttor.appointments.CalendarFiles;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** iCalendar by ical4j. Times are instants in UTC, which every calendar shows by the clock of its owner. */
@Component
final class Ical4jCalendarFiles implements CalendarFiles {

    /** RFC 5546 wants an organizer; nobody shall write to this one. */
    private static final URI NOBODY = URI.create("invalid:nomail");

    /** The library reads files of its own while it writes, so that it works where it may wait. */
    @Override
    public Mono<String> write(Appointment appointment) {
        return Mono.fromCallable(() -> text(appointment)).subscribeOn(Schedulers.boundedElastic());
    }

    private static String text(Appointment appointment) {
        boolean stands = appointment.state() != Appointment.State.CANCELLED;
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Stadttor//Stadttor 1//DE"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(stands ? ImmutableMethod.PUBLISH : ImmutableMethod.CANCEL);
        VEvent event = event(appointment);
        event.add(stands ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_CANCELLED);
        calendar.add(event);
        return text(calendar);
    }

    private static VEvent event(Appointment appointment) {
        var event = new VEvent(false);
        event.add(new Uid(appointment.id() + "@stadttor"));
        event.add(new Sequence(appointment.sequence()));
        event.add(new DtStamp(appointment.changedAt()));
        event.add(new DtStart<>(appointment.first().at()));
        event.add(new DtEnd<>(appointment.end()));
        event.add(new Summary(summary(appointment)));
        event.add(new Location(appointment.office().name() + ", "
                + appointment.office().address().line()));
        var organizer = new Organizer(NOBODY);
        organizer.add(new Cn(appointment.office().name()));
        event.add(organizer);
        return event;
    }

    private static String summary(Appointment appointment) {
        return appointment.services().stream().map(BookedService::name).collect(Collectors.joining(", "));
    }

    private static String text(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter(true).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
