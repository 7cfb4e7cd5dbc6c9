package de.stadttor.forms;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.InMemoryPorts;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caseworker;
import de.stadttor.people.Caseworker.Role;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.Queue;
import de.stadttor.ticketing.Queues;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class FormAdministrationTest {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Caseworker ADMIN = new Caseworker("ada", "Ada", Set.of(Role.ADMIN), Set.of("*"));
    private static final Form NEST = TestForms.nest("nest", 1);
    private static final Form OTHER = TestForms.nest("nest", 1, levels(AssuranceLevel.LOW, AssuranceLevel.HIGH));

    private final InMemoryPorts ports = InMemoryPorts.fresh();
    private final FormAdministration forms = administration(_ -> List.of());

    @Test
    void savesAFirstVersionWithItsHistory() {
        Revision saved = forms.save(ADMIN, NEST, null, A_DAY).block();
        assertThat(saved.before()).isNull();
        assertThat(saved.next()).isEqualTo(new Edition(NEST, ports.clock().instant(), "ada"));
        assertThat(forms.read(ADMIN, "nest", 1).block()).isEqualTo(saved.next());
    }

    @Test
    void acceptsTheVersionBeforeForAWhile() {
        forms.save(ADMIN, NEST, null, A_DAY).block();
        Revision saved = forms.save(ADMIN, OTHER, 1, A_DAY).block();
        assertThat(saved.next().form().version()).isEqualTo(2);
        assertThat(forms.read(ADMIN, "nest", 1).block().form().acceptedUntil())
                .isEqualTo(ports.clock().instant().plus(A_DAY));
        assertThat(forms.read(ADMIN, "nest", null).block().form().acceptedUntil())
                .isNull();
    }

    @Test
    void makesNoVersionOfWhatAsksNothingNew() {
        forms.save(ADMIN, NEST, null, A_DAY).block();
        forms.save(ADMIN, OTHER, 1, A_DAY).block();
        assertThat(forms.save(ADMIN, OTHER, 1, A_DAY).block().changes()).isFalse();
        assertThat(forms.read(ADMIN, "nest", null).block().form().version()).isEqualTo(2);
    }

    @Test
    void refusesWhoDidNotSeeTheNewestVersion() {
        assertRefused(forms.save(ADMIN, NEST, 1, A_DAY), new Refusal.StaleVersion(0));
        forms.save(ADMIN, NEST, null, A_DAY).block();
        assertRefused(forms.save(ADMIN, OTHER, null, A_DAY), new Refusal.StaleVersion(1));
        assertRefused(forms.withdraw(ADMIN, "nest", 2), new Refusal.StaleVersion(1));
        assertRefused(forms.offerAgain(ADMIN, "nest", -1), new Refusal.StaleVersion(1));
    }

    @Test
    void aWithdrawnFormGetsNoNewVersionUntilItIsOfferedAgain() {
        forms.save(ADMIN, NEST, null, A_DAY).block();
        forms.withdraw(ADMIN, "nest", 1).block();
        assertThat(forms.read(ADMIN, "nest", null)
                        .block()
                        .form()
                        .accepts(ports.clock().instant()))
                .isFalse();
        assertRefused(forms.save(ADMIN, OTHER, 1, A_DAY), new Refusal.FormWithdrawn("nest"));
        forms.offerAgain(ADMIN, "nest", 1).block();
        assertThat(forms.save(ADMIN, OTHER, 1, A_DAY).block().changes()).isTrue();
    }

    @Test
    void savesNothingWhenItOnlyTellsWhatWouldHappen() {
        assertThat(forms.preview(ADMIN, NEST).block().changes()).isTrue();
        assertRefused(forms.read(ADMIN, "nest", null), new Refusal.NotFound());
    }

    @Test
    void namesEveryFault() {
        Form wrong = TestForms.nest("mond", 1, levels(AssuranceLevel.HIGH, AssuranceLevel.LOW));
        var content = new Fault("/schema", "no-object", "");
        var strict = administration(_ -> List.of(content));
        assertRefused(
                strict.save(ADMIN, inQueue(wrong, "mond"), null, A_DAY),
                new Refusal.Invalid(List.of(
                        content,
                        new Fault("/queue", "unknown-queue", ""),
                        new Fault("/readLevel", "below-submit-level", ""))));
    }

    @Test
    void onlyAdministratorsDecide() {
        var teamlead = new Caseworker("theo", "Theo", Set.of(Role.TEAMLEAD, Role.CASEWORKER), Set.of("*"));
        var notAllowed = new Refusal.NotAllowed();
        assertRefused(forms.save(teamlead, NEST, null, A_DAY), notAllowed);
        assertRefused(forms.preview(teamlead, NEST), notAllowed);
        assertRefused(forms.read(teamlead, "nest", null), notAllowed);
        assertRefused(forms.withdraw(teamlead, "nest", 1), notAllowed);
        assertRefused(forms.offerAgain(teamlead, "nest", 1), notAllowed);
        assertRefused(forms.list(teamlead, null, 5).next(), notAllowed);
        assertRefused(forms.versions(teamlead, "nest", null, 5).next(), notAllowed);
    }

    private FormAdministration administration(FormContent content) {
        return new FormAdministration(ports.editions(), new FormRules(new OneQueue(), content), ports.clock());
    }

    private static void assertRefused(Mono<?> refused, Refusal refusal) {
        refused.as(StepVerifier::create)
                .verifyErrorSatisfies(
                        failure -> assertThat(((Refused) failure).refusal()).isEqualTo(refusal));
    }

    private static Form.Levels levels(AssuranceLevel submit, AssuranceLevel read) {
        return new Form.Levels(submit, read);
    }

    private static Form inQueue(Form form, String queue) {
        return new Form(
                form.key(),
                form.version(),
                form.schema(),
                form.example(),
                form.levels(),
                queue,
                form.texts(),
                form.page(),
                form.retention(),
                form.serviceKey(),
                form.acceptedUntil());
    }

    private static final class OneQueue implements Queues {

        private final Queue queue = new Queue("gartenbau", "Gartenbau", A_DAY, List.of());

        @Override
        public Mono<Queue> find(String key) {
            return all().filter(found -> found.key().equals(key)).next();
        }

        @Override
        public Flux<Queue> all() {
            return Flux.just(queue);
        }
    }
}
