package de.stadttor.refusal;

import de.stadttor.people.AssuranceLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Why the gateway will not do what was asked. Expected, explained to the caller, never logged as an error. */
public sealed interface Refusal {

    /** No such ticket, or not the caller's: the two are indistinguishable on purpose. */
    record TicketUnknown() implements Refusal {}

    /** Something below a ticket, or of the catalogue, does not exist for this caller. */
    record NotFound() implements Refusal {}

    /** The caller's login is too weak for what was asked; a stronger one would do. */
    record LevelTooLow(AssuranceLevel given, AssuranceLevel required) implements Refusal {}

    /** A submission was made below the level that its form demands. */
    record SubmitLevelTooLow(AssuranceLevel given, AssuranceLevel required) implements Refusal {}

    /** The client may not speak for an identity or claim a level. */
    record IdentityNotAllowed() implements Refusal {}

    /** The caller is known and may not do this. */
    record NotAllowed() implements Refusal {}

    /** An access link or session that is wrong, expired or revoked. */
    record AccessExpired() implements Refusal {}

    /** An anonymous case that cannot be claimed: it is somebody's already, or its registered address objected. */
    record CaseTaken() implements Refusal {}

    /** What is to be recorded needs a sender whose identity was proven firmly enough, and this ticket has none. */
    record IdentityUnproven() implements Refusal {}

    /** The ticket's state does not allow this step. */
    record StateConflict(String from, String step) implements Refusal {}

    /** What was said in a call may be kept only if the speakers agreed. */
    record ConsentMissing() implements Refusal {}

    /** A call belongs to another ticket, or to none where it takes one. */
    record CallConflict() implements Refusal {}

    /**
     * Nobody can have that time any more.
     *
     * @param alternatives the nearest that can be had now, by time
     */
    record PlaceTaken(List<Instant> alternatives) implements Refusal {}

    /** What an appointment is does not allow this step. */
    record AppointmentConflict(String from, String step) implements Refusal {}

    /** A place was held for a while, and that is over. */
    record ReservationExpired() implements Refusal {}

    /** A citizen or an address has as many appointments as they may have. */
    record TooManyAppointments() implements Refusal {}

    /** Somebody else changed it first. */
    record StaleVersion(long current) implements Refusal {}

    /** The same idempotency key came with another request. */
    record KeyReused() implements Refusal {}

    record FormUnknown(String form) implements Refusal {}

    /** There is the form, but it never had this version. */
    record FormVersionUnknown(String form) implements Refusal {}

    /** The form, or this version of it, is accepted no longer. */
    record FormWithdrawn(String form) implements Refusal {}

    /** What was sent does not fit; every fault with the place where it is. */
    record Invalid(List<Fault> faults) implements Refusal {

        public static Invalid at(String pointer, String code) {
            return new Invalid(List.of(new Fault(pointer, code, "")));
        }
    }

    /** A file that is not taken: infected, badly named or forbidden. */
    record FileRejected(String pointer, String code) implements Refusal {}

    /** Too large at this place. */
    record TooLarge(long limitBytes) implements Refusal {}

    /** More requests than this caller may make. */
    record TooMany(Duration retryAfter) implements Refusal {}

    /** A service behind the gateway is out, or it is overloaded. */
    record Busy(Duration retryAfter) implements Refusal {}

    /**
     * @param pointer JSON pointer (RFC 6901) into the request, or the name of a parameter
     * @param code stable name of the rule, such as {@code required}
     * @param detail a sentence for people that repeats no submitted value; empty when the code says it all
     */
    record Fault(String pointer, String code, String detail) {}
}
