package de.stadttor.web.sockets;

import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.refusal.Refused;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Outage;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** The stable codes by which frames are refused. A new refusal does not compile until it has one. */
@Component
public final class ErrorCodes {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorCodes.class);

    /** Codes of faults that say more than that something is invalid. */
    private static final Set<String> TELLING = Set.of(
            "proof-missing",
            "proof-wrong",
            "proof-expired",
            "proof-reused",
            "no-seat",
            "unknown-target",
            "unknown-queue",
            "no-address");

    private final List<Outage> outages;

    ErrorCodes(ObjectProvider<Outage> outages) {
        this.outages = outages.stream().toList();
    }

    /** @param unknown the code of what does not exist for this caller */
    public String of(Throwable failure, String unknown) {
        return switch (failure) {
            case Refused refused -> of(refused.refusal(), unknown);
            case FrameRefused known -> known.code();
            case BadRequest _ -> "bad-frame";
            case AuthenticationException _ -> "token-refused";
            default -> passing(failure) ? "busy" : defect(failure);
        };
    }

    /** Logs what ends a connection, if it is our fault and passes not by itself. */
    public void log(Throwable failure) {
        String _ = of(failure, "");
    }

    /** Whether it is an outage, after which the same may succeed. */
    public boolean passing(Throwable failure) {
        return outages.stream().anyMatch(outage -> outage.is(failure));
    }

    private static String defect(Throwable failure) {
        LOG.error("A frame could not be answered", failure);
        return "internal";
    }

    private static String of(Refusal refusal, String unknown) {
        return switch (refusal) {
            case Refusal.NotFound _, Refusal.TicketUnknown _ -> unknown;
            case Refusal.AccessExpired _, Refusal.LevelTooLow _ -> "token-refused";
            case Refusal.NotAllowed _ -> "not-allowed";
            case Refusal.KeyReused _ -> "key-reused";
            case Refusal.StateConflict(var from, var step) -> conflict(from, step);
            case Refusal.Invalid(var faults) -> invalid(faults);
            case Refusal.TooLarge _, Refusal.FileRejected _ -> "file-refused";
            case Refusal.TooMany _ -> "too-many";
            case Refusal.Busy _ -> "busy";
            case Refusal.SubmitLevelTooLow _,
                    Refusal.IdentityNotAllowed _,
                    Refusal.CaseTaken _,
                    Refusal.IdentityUnproven _,
                    Refusal.ConsentMissing _,
                    Refusal.CallConflict _,
                    Refusal.PlaceTaken _,
                    Refusal.AppointmentConflict _,
                    Refusal.ReservationExpired _,
                    Refusal.TooManyAppointments _,
                    Refusal.StaleVersion _,
                    Refusal.FormUnknown _,
                    Refusal.FormVersionUnknown _,
                    Refusal.FormWithdrawn _ -> "invalid";
        };
    }

    private static String conflict(String from, String step) {
        return switch (step) {
            case "accept" -> "taken";
            case "rate" -> from.equals("over") ? "already" : "unexpected";
            default -> "over";
        };
    }

    private static String invalid(List<Fault> faults) {
        return faults.stream()
                .map(Fault::code)
                .filter(TELLING::contains)
                .findFirst()
                .orElse("invalid");
    }
}
