package de.stadttor.desk;

import de.stadttor.calls.CallDirection;
import de.stadttor.calls.CallRule;
import de.stadttor.calls.CallRuleAdministration;
import de.stadttor.calls.CallRules;
import de.stadttor.people.Caseworker;
import de.stadttor.ticketing.Priority;
import de.stadttor.web.Contract;
import de.stadttor.web.Received;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Which calls become tickets, and who is called back. */
@RestController
@RequestMapping("/api/desk/v1/call-rules")
final class CallRulesController {

    private final CallRuleAdministration rules;

    CallRulesController(CallRuleAdministration rules) {
        this.rules = rules;
    }

    @GetMapping
    Mono<ResponseEntity<RulesView>> readCallRules(Caseworker caseworker) {
        return rules.read(caseworker).map(CallRulesController::answer);
    }

    @PutMapping
    Mono<ResponseEntity<RulesView>> decideCallRules(
            @Contract("desk.yaml#CallRules") Received<Decision> decision,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        return rules.decide(caseworker, decision.value().rules(IfMatch.version(ifMatch)))
                .map(CallRulesController::answer);
    }

    private static ResponseEntity<RulesView> answer(CallRules rules) {
        return ResponseEntity.ok().eTag("\"" + rules.version() + "\"").body(RulesView.of(rules));
    }

    record Decision(List<RuleBody> rules, MissedBody missed) {
        CallRules rules(long version) {
            return new CallRules(rules.stream().map(RuleBody::rule).toList(), missed.missed(), version);
        }
    }

    record RulesView(List<RuleBody> rules, MissedBody missed, long version) {
        static RulesView of(CallRules rules) {
            return new RulesView(
                    rules.rules().stream().map(RuleBody::of).toList(), MissedBody.of(rules.missed()), rules.version());
        }
    }

    record RuleBody(String name, boolean enabled, WhenBody when, ThenBody then) {
        static RuleBody of(CallRule rule) {
            return new RuleBody(rule.name(), rule.enabled(), WhenBody.of(rule.when()), ThenBody.of(rule.then()));
        }

        CallRule rule() {
            return new CallRule(name, enabled, when.when(), then.then());
        }
    }

    record WhenBody(
            @Nullable String direction,
            @Nullable Set<String> queues,
            @Nullable Boolean answered,
            @Nullable Integer minSeconds,
            @Nullable Integer maxSeconds,
            @Nullable Set<String> keywords,
            @Nullable Boolean wanted) {
        static WhenBody of(CallRule.When when) {
            CallDirection direction = when.direction();
            return new WhenBody(
                    direction == null ? null : direction.code(),
                    when.queues(),
                    when.answered(),
                    when.minSeconds(),
                    when.maxSeconds(),
                    when.keywords(),
                    when.wanted());
        }

        CallRule.When when() {
            return new CallRule.When(
                    direction == null ? null : CallDirection.of(direction),
                    Objects.requireNonNullElse(queues, Set.of()),
                    Boolean.TRUE.equals(answered),
                    minSeconds,
                    maxSeconds,
                    Objects.requireNonNullElse(keywords, Set.of()),
                    Boolean.TRUE.equals(wanted));
        }
    }

    record ThenBody(String queue, @Nullable String priority) {
        static ThenBody of(CallRule.Then then) {
            Priority priority = then.priority();
            return new ThenBody(then.queue(), priority == null ? null : priority.code());
        }

        CallRule.Then then() {
            return new CallRule.Then(queue, priority == null ? null : Priority.of(priority));
        }
    }

    record MissedBody(
            boolean callBack,
            String queue,
            @Nullable Map<String, String> queues,
            int withinMinutes,
            @Nullable String priority) {
        static MissedBody of(CallRules.Missed missed) {
            return new MissedBody(
                    missed.callBack(),
                    missed.queue(),
                    missed.queues(),
                    Math.toIntExact(missed.within().toMinutes()),
                    missed.priority().code());
        }

        CallRules.Missed missed() {
            return new CallRules.Missed(
                    callBack,
                    queue,
                    Objects.requireNonNullElse(queues, Map.of()),
                    Duration.ofMinutes(withinMinutes),
                    priority == null ? Priority.NORMAL : Priority.of(priority));
        }
    }
}
