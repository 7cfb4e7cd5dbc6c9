package de.stadttor.wiring;

import de.stadttor.appointments.AppointmentJournal;
import de.stadttor.appointments.Appointments;
import de.stadttor.appointments.BookableTimes;
import de.stadttor.appointments.Booking;
import de.stadttor.appointments.CatalogueEditions;
import de.stadttor.appointments.CatalogueImport;
import de.stadttor.appointments.CurrentCatalogue;
import de.stadttor.appointments.Leftovers;
import de.stadttor.appointments.Places;
import de.stadttor.appointments.Reserving;
import de.stadttor.appointments.Secrets;
import de.stadttor.calendar.CalendarAdministration;
import de.stadttor.calendar.Calendars;
import de.stadttor.calendar.Holidays;
import de.stadttor.calendar.Occupants;
import de.stadttor.calendar.Scopes;
import de.stadttor.calendar.SlotUpkeep;
import de.stadttor.calendar.Slots;
import de.stadttor.channels.email.outbound.appointments.AppointmentLetters;
import de.stadttor.events.EventLog;
import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.outbox.Outbox;
import de.stadttor.seals.SealMaker;
import de.stadttor.web.Texts;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calendars and appointments. */
@Configuration(proxyBeanMethods = false)
class AppointmentWiring {

    private static final Logger LOG = LoggerFactory.getLogger(AppointmentWiring.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    @Bean
    CurrentCatalogue currentCatalogue(CatalogueEditions editions) {
        return new CurrentCatalogue(editions);
    }

    @Bean
    SlotUpkeep slotUpkeep(
            Calendars calendars,
            Slots slots,
            Occupants occupants,
            Holidays holidays,
            UnitOfWork unitOfWork,
            Clock clock) {
        return new SlotUpkeep(calendars, slots, occupants, holidays, unitOfWork, clock);
    }

    @Bean
    CalendarAdministration calendarAdministration(
            Scopes scopes, Calendars calendars, SlotUpkeep upkeep, UnitOfWork unitOfWork, Ids ids, Clock clock) {
        return new CalendarAdministration(scopes, calendars, upkeep, unitOfWork, ids, clock);
    }

    @Bean
    CatalogueImport catalogueImport(
            CurrentCatalogue current,
            CatalogueEditions editions,
            Appointments appointments,
            SlotUpkeep upkeep,
            Clock clock) {
        return new CatalogueImport(current, editions, appointments, upkeep, clock);
    }

    @Bean
    Secrets appointmentSecrets(SealMaker seals) {
        return new Secrets(seals.seal("appointments"));
    }

    @Bean
    AppointmentJournal appointmentJournal(EventLog log, Outbox outbox, Ids ids) {
        return new AppointmentJournal(log, outbox, ids);
    }

    @Bean
    Places places(Slots slots, Appointments appointments, Clock clock) {
        return new Places(slots, appointments, clock);
    }

    @Bean
    Reserving reserving(
            CurrentCatalogue catalogue,
            Places places,
            Appointments appointments,
            AppointmentJournal journal,
            Secrets secrets,
            UnitOfWork unitOfWork,
            OnceOnly once,
            Ids ids,
            Clock clock) {
        return new Reserving(
                catalogue, places, appointments, journal, secrets, unitOfWork, once, new SecureRandom(), ids, clock);
    }

    @Bean
    Booking booking(
            CurrentCatalogue catalogue,
            Places places,
            Appointments appointments,
            AppointmentJournal journal,
            UnitOfWork unitOfWork,
            Clock clock) {
        return new Booking(catalogue, places, appointments, journal, unitOfWork, clock);
    }

    @Bean
    BookableTimes bookableTimes(CurrentCatalogue catalogue, Slots slots, Appointments appointments, Clock clock) {
        return new BookableTimes(catalogue, slots, appointments, clock);
    }

    @Bean
    Leftovers leftovers(Appointments appointments, Places places, UnitOfWork unitOfWork, Clock clock) {
        return new Leftovers(appointments, places, unitOfWork, clock);
    }

    @Bean
    AppointmentLetters appointmentLetters(
            Appointments appointments, CurrentCatalogue catalogue, Secrets secrets, Texts texts, Clock clock) {
        return new AppointmentLetters(appointments, catalogue, secrets, texts, clock);
    }

    /** Brings new days within reach and tidies up; nothing waits for it, and every node may do it. */
    @Bean
    Running calendarKeeper(Scopes scopes, SlotUpkeep upkeep, Leftovers leftovers) {
        return Running.beside(
                "calendars",
                Flux.interval(Duration.ZERO, PAUSE)
                        .onBackpressureDrop()
                        .concatMap(_ -> round(scopes, upkeep, leftovers), 1));
    }

    private static Mono<Void> round(Scopes scopes, SlotUpkeep upkeep, Leftovers leftovers) {
        return scopes.all()
                .concatMap(upkeep::refresh)
                .then(leftovers.sweep())
                .doOnError(failure -> LOG.warn("Calendars are not kept up, trying again within the hour", failure))
                .onErrorComplete();
    }
}
