package de.stadttor.desk;

import de.stadttor.people.Caseworker;
import de.stadttor.sorting.Sorting;
import de.stadttor.sorting.SortingAdministration;
import de.stadttor.sorting.SortingRule;
import de.stadttor.sorting.SortingRule.Action;
import de.stadttor.sorting.SortingRule.Condition;
import de.stadttor.sorting.SortingRule.Part;
import de.stadttor.sorting.SortingRule.Test;
import de.stadttor.ticketing.Priority;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Contract;
import de.stadttor.web.Cursors;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import de.stadttor.web.Received;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where the mails of each mailbox go. */
@RestController
@RequestMapping("/api/desk/v1/mailboxes")
final class MailboxesController {

    private static final String FILTER = "mailboxes";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    private final SortingAdministration sortings;
    private final Cursors cursors;

    MailboxesController(SortingAdministration sortings, Cursors cursors) {
        this.sortings = sortings;
        this.cursors = cursors;
    }

    @GetMapping
    Mono<Page<MailboxView>> listMailboxes(
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caseworker caseworker) {
        return Page.of(
                sortings.list(caseworker, cursors.open(caseworker, FILTER, cursor), limit.oneMore()),
                limit.value(),
                MailboxView::of,
                last -> cursors.close(caseworker, FILTER, last.mailbox()));
    }

    @GetMapping("/{mailbox}")
    Mono<ResponseEntity<MailboxView>> readMailbox(@PathVariable String mailbox, Caseworker caseworker) {
        return sortings.read(caseworker, mailbox).map(MailboxesController::answer);
    }

    /** Without {@code If-Match} it must be new. */
    @PutMapping("/{mailbox}")
    Mono<ResponseEntity<MailboxView>> sortMailbox(
            @PathVariable String mailbox,
            @Contract("desk.yaml#MailboxSorting") Received<MailboxSorting> sorting,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        if (!NAME.matcher(mailbox).matches()) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "mailbox");
        }
        Long version = IfMatch.versionOrNull(ifMatch);
        return sortings.decide(
                        caseworker,
                        mailbox,
                        version,
                        sorting.value().queue(),
                        sorting.value().rules().stream().map(RuleView::rule).toList())
                .map(MailboxesController::answer);
    }

    @DeleteMapping("/{mailbox}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> removeMailbox(
            @PathVariable String mailbox,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        return sortings.remove(caseworker, mailbox, IfMatch.version(ifMatch));
    }

    private static ResponseEntity<MailboxView> answer(Sorting sorting) {
        return ResponseEntity.ok().eTag("\"" + sorting.version() + "\"").body(MailboxView.of(sorting));
    }

    record MailboxSorting(String queue, List<RuleView> rules) {}

    record MailboxView(String mailbox, String queue, List<RuleView> rules, long version) {

        static MailboxView of(Sorting sorting) {
            return new MailboxView(
                    sorting.mailbox(),
                    sorting.queue(),
                    sorting.rules().stream().map(RuleView::of).toList(),
                    sorting.version());
        }
    }

    record RuleView(String name, boolean enabled, List<ConditionView> when, ActionView then) {

        static RuleView of(SortingRule rule) {
            return new RuleView(
                    rule.name(),
                    rule.enabled(),
                    rule.when().stream().map(ConditionView::of).toList(),
                    ActionView.of(rule.then()));
        }

        SortingRule rule() {
            return new SortingRule(
                    name, enabled, when.stream().map(ConditionView::condition).toList(), then.action());
        }
    }

    record ConditionView(String part, String test, String value) {

        static ConditionView of(Condition condition) {
            return new ConditionView(condition.part().code(), condition.test().code(), condition.value());
        }

        Condition condition() {
            return new Condition(Part.of(part), Test.of(test), value);
        }
    }

    record ActionView(
            @Nullable String queue,
            @Nullable String priority,
            @Nullable Boolean ignore,
            @Nullable Boolean attention) {

        static ActionView of(Action action) {
            Priority priority = action.priority();
            return new ActionView(
                    action.queue(), priority == null ? null : priority.code(), action.ignore(), action.attention());
        }

        Action action() {
            return new Action(
                    queue,
                    priority == null ? null : Priority.of(priority),
                    Boolean.TRUE.equals(ignore),
                    Boolean.TRUE.equals(attention));
        }
    }
}
