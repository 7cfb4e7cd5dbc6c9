package de.stadttor.calls;

import de.stadttor.events.UnitOfWork;
import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.seals.Seal;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.TicketId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Proves who is calling by a code that only a participant of a ticket can know. The number that a call shows proves
 * nothing: anybody can show any.
 */
public final class VerifiedCallers {

    private static final Duration GOOD_FOR = Duration.ofDays(7);
    private static final int CODES = 100_000_000;
    /** So often may a call get it wrong: one in twenty million guesses. */
    private static final int TRIES = 5;

    private static final Duration ANOTHER_CALL = Duration.ofHours(1);

    private final Attachment attachment;
    private final CallCodes codes;
    private final Access access;
    private final UnitOfWork unitOfWork;
    private final Seal seal;
    private final SecureRandom random;
    private final Clock clock;

    public VerifiedCallers(
            Attachment attachment,
            CallCodes codes,
            Access access,
            UnitOfWork unitOfWork,
            Seal seal,
            SecureRandom random,
            Clock clock) {
        this.attachment = attachment;
        this.codes = codes;
        this.access = access;
        this.unitOfWork = unitOfWork;
        this.seal = seal;
        this.random = random;
        this.clock = clock;
    }

    /** A code for a participant of a ticket, to be handed over where only they read it. Good for one call. */
    public Mono<Issued> issue(Caseworker caseworker, TicketId ticket) {
        return Mono.defer(() -> {
            String code = String.format(Locale.ROOT, "%08d", random.nextInt(CODES));
            Instant until = clock.instant().plus(GOOD_FOR);
            return unitOfWork
                    .commit(() -> access.writable(caseworker, ticket)
                            .then(codes.add(new CallCodes.Code(hash(code), ticket, until, null))))
                    .thenReturn(new Issued(code, until));
        });
    }

    /** Gives the call to the ticket of the code; refused when it is wrong, used, too old, or was guessed too often. */
    public Mono<TicketId> verify(CallId call, String code) {
        return unitOfWork
                .commit(() -> attachment.held(call).flatMap(file -> verify(file, code)))
                .map(verdict -> verdict.orElseThrow(() -> new Refused(Refusal.Invalid.at("/code", "wrong-code"))))
                .checkpoint("verify caller");
    }

    /** Empty when it is wrong, which is stored too. */
    private Mono<Optional<TicketId>> verify(CallFile file, String code) {
        if (!file.isKnown()) {
            return Mono.error(() -> new Refused(new Refusal.NotFound()));
        }
        if (file.call().codeTries() >= TRIES) {
            return Mono.error(() -> new Refused(new Refusal.TooMany(ANOTHER_CALL)));
        }
        CallId call = file.call().id();
        return codes.hold(hash(code))
                .filter(known -> known.opens(call, clock.instant()))
                .flatMap(known -> codes.use(known.hash(), call)
                        .then(attachment.to(known.ticket(), file))
                        .thenReturn(Optional.of(known.ticket())))
                .switchIfEmpty(Mono.defer(() -> {
                    file.tryCode();
                    return attachment.store(file).thenReturn(Optional.<TicketId>empty());
                }));
    }

    private String hash(String code) {
        return HexFormat.of().formatHex(seal.code(code.getBytes(StandardCharsets.UTF_8)));
    }

    /** A code just made; the only time it is known. */
    public record Issued(String code, Instant expiresAt) {}
}
