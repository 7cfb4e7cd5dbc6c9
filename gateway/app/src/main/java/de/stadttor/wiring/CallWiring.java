package de.stadttor.wiring;

import de.stadttor.calls.Attachment;
import de.stadttor.calls.CallAccess;
import de.stadttor.calls.CallCodes;
import de.stadttor.calls.CallConsequences;
import de.stadttor.calls.CallDesk;
import de.stadttor.calls.CallDoor;
import de.stadttor.calls.CallMessages;
import de.stadttor.calls.CallRuleAdministration;
import de.stadttor.calls.CallRulebook;
import de.stadttor.calls.CallSettings;
import de.stadttor.calls.CallWording;
import de.stadttor.calls.Calls;
import de.stadttor.calls.VerifiedCallers;
import de.stadttor.events.EventLog;
import de.stadttor.events.Ids;
import de.stadttor.events.UnitOfWork;
import de.stadttor.idempotency.OnceOnly;
import de.stadttor.intake.Intake;
import de.stadttor.privacy.Audit;
import de.stadttor.seals.SealMaker;
import de.stadttor.sharing.SharedWork;
import de.stadttor.store.Outages;
import de.stadttor.ticketing.Access;
import de.stadttor.ticketing.Casebook;
import de.stadttor.ticketing.MergedTickets;
import de.stadttor.ticketing.Merges;
import de.stadttor.ticketing.Messages;
import de.stadttor.ticketing.Queues;
import de.stadttor.ticketing.Tickets;
import de.stadttor.web.limits.Bottleneck;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
class CallWiring {

    private static final Logger LOG = LoggerFactory.getLogger(CallWiring.class);
    private static final Duration SWEEP = Duration.ofSeconds(5);

    /** As at the one door in, see docs/adr/0009. */
    private static final SharedWork.Bounds TURNS = new SharedWork.Bounds(2, 64, 256);

    private static final int CROWD = 192;

    @Bean
    CallMessages callMessages(
            Calls calls, Tickets tickets, Merges merges, Casebook casebook, CallWording wording, Ids ids, Clock clock) {
        return new CallMessages(calls, tickets, merges, casebook, wording, ids, clock);
    }

    @Bean
    CallDoor callDoor(
            Calls calls,
            CallRulebook rulebook,
            CallMessages messages,
            CallWording wording,
            CallSettings settings,
            Intake intake,
            EventLog log,
            UnitOfWork unitOfWork,
            Clock clock) {
        var consequences = new CallConsequences(calls, intake, messages, log, wording, settings);
        return new CallDoor(calls, rulebook, consequences, unitOfWork, settings, clock, Outages::isOne, TURNS);
    }

    @Bean
    Running callTurns(CallDoor door) {
        return Running.beneath("calls", door.open());
    }

    @Bean
    Bottleneck doorForCalls(CallDoor door) {
        return () -> door.waiting() >= CROWD;
    }

    /** Stops waiting for what does not come. A round that fails is left to the next one. */
    @Bean
    Running callSweeper(CallDoor door) {
        Flux<Void> rounds = Flux.interval(SWEEP)
                .onBackpressureDrop()
                .concatMap(
                        _ -> door.sweep()
                                .doOnError(failure -> LOG.warn("Calls that wait will be looked at again", failure))
                                .onErrorComplete(),
                        1);
        return Running.beside("silent calls", rounds);
    }

    @Bean
    Attachment attachment(
            Calls calls,
            CallMessages messages,
            MergedTickets merged,
            EventLog log,
            CallSettings settings,
            Clock clock) {
        return new Attachment(calls, messages, merged, log, settings, clock);
    }

    @Bean
    CallDesk callDesk(
            Calls calls,
            CallRulebook rulebook,
            CallSettings settings,
            Attachment attachment,
            Access access,
            Messages messages,
            Casebook casebook,
            UnitOfWork unitOfWork,
            OnceOnly once,
            Audit audit,
            Ids ids,
            Clock clock) {
        return new CallDesk(
                calls,
                new CallAccess(calls, rulebook, settings, access),
                attachment,
                access,
                messages,
                casebook,
                unitOfWork,
                once,
                audit,
                ids,
                clock);
    }

    @Bean
    VerifiedCallers verifiedCallers(
            Attachment attachment,
            CallCodes codes,
            Access access,
            UnitOfWork unitOfWork,
            SealMaker seals,
            Clock clock) {
        return new VerifiedCallers(
                attachment, codes, access, unitOfWork, seals.seal("call-codes"), new SecureRandom(), clock);
    }

    @Bean
    CallRuleAdministration callRuleAdministration(CallRulebook rulebook, Queues queues, CallSettings settings) {
        return new CallRuleAdministration(rulebook, queues, settings);
    }

    /** Forgets calls, recordings and codes whose time is over. */
    @Bean
    Running callHousekeeper(Calls calls, CallCodes codes, CallSettings settings, Clock clock) {
        Flux<Void> rounds = Flux.interval(Duration.ZERO, Duration.ofHours(1))
                .onBackpressureDrop()
                .concatMap(
                        _ -> calls.expire(clock.instant().minus(settings.keep()), clock.instant())
                                .then(codes.expire(clock.instant()))
                                .doOnError(failure -> LOG.warn("Old calls will be forgotten within the hour", failure))
                                .onErrorComplete(),
                        1);
        return Running.beside("old calls", rounds);
    }
}
