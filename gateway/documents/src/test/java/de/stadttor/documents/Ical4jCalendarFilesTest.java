package de.stadttor.documents;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.appointments.Appointment;
import de.stadttor.appointments.Appointment.State;
import de.stadttor.appointments.AppointmentId;
import de.stadttor.appointments.BookedService;
import de.stadttor.appointments.Office;
import de.stadttor.appointments.OfficeId;
import de.stadttor.appointments.ServiceId;
import de.stadttor.calendar.ScopeId;
import de.stadttor.calendar.Slot;
import de.stadttor.calendar.Slots;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

class Ical4jCalendarFilesTest {

    private static final UUID ID = UUID.fromString("0192f5c4-7c1e-7a51-9d3e-6d1f0a2b3c4d");
    private static final Instant NINE = Instant.parse("2026-12-01T08:00:00Z");

    @Test
    void saysWhenWhatAndWhere() throws Exception {
        Calendar calendar = read(
                new Ical4jCalendarFiles().write(appointment(State.CONFIRMED, 0)).block());
        assertThat(value(calendar, Property.METHOD)).isEqualTo("PUBLISH");
        VEvent event = event(calendar);
        assertThat(value(event, Property.UID)).isEqualTo(ID + "@stadttor");
        assertThat(value(event, Property.SEQUENCE)).isEqualTo("0");
        assertThat(value(event, Property.DTSTART)).isEqualTo("20261201T080000Z");
        assertThat(value(event, Property.DTEND)).isEqualTo("20261201T082000Z");
        assertThat(value(event, Property.SUMMARY)).isEqualTo("Pass; eilig, Anmeldung");
        assertThat(value(event, Property.LOCATION)).isEqualTo("Bürgerbüro, Weg 1, 80331 München");
        assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
    }

    @Test
    void aCancellationIsOneOfTheSameEvent() throws Exception {
        Calendar calendar = read(
                new Ical4jCalendarFiles().write(appointment(State.CANCELLED, 2)).block());
        assertThat(value(calendar, Property.METHOD)).isEqualTo("CANCEL");
        assertThat(value(event(calendar), Property.UID)).isEqualTo(ID + "@stadttor");
        assertThat(value(event(calendar), Property.SEQUENCE)).isEqualTo("2");
        assertThat(value(event(calendar), Property.STATUS)).isEqualTo("CANCELLED");
    }

    private static Appointment appointment(State state, int sequence) {
        var office = new Office(new OfficeId(1), 1, "Bürgerbüro", new Office.Address("Weg 1", "80331", "München"));
        return new Appointment(
                new AppointmentId(ID),
                123_456_789,
                new ScopeId(1),
                office,
                List.of(
                        new BookedService(new ServiceId(1), "Pass; eilig", 1),
                        new BookedService(new ServiceId(2), "Anmeldung", 1)),
                new Slot.Key(NINE, 10),
                2,
                Slots.Share.PUBLIC,
                state,
                null,
                true,
                null,
                null,
                sequence,
                NINE,
                NINE);
    }

    private static Calendar read(String file) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(file));
    }

    private static VEvent event(Calendar calendar) {
        return (VEvent) calendar.getComponents().getFirst();
    }

    private static String value(Calendar calendar, String name) {
        return calendar.getProperty(name).map(Property::getValue).orElseThrow();
    }

    private static String value(VEvent event, String name) {
        return event.getProperty(name).map(Property::getValue).orElseThrow();
    }
}
