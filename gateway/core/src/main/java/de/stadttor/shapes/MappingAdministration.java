package de.stadttor.shapes;

import de.stadttor.forms.Forms;
import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Decision;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What administrators decide about mappings; everybody else is refused. */
public final class MappingAdministration {

    private final FormMappings mappings;
    private final Forms forms;
    private final RulesCheck rules;

    public MappingAdministration(FormMappings mappings, Forms forms, RulesCheck rules) {
        this.mappings = mappings;
        this.forms = forms;
        this.rules = rules;
    }

    public Flux<FormMapping> list(Caseworker caseworker, @Nullable String after, int limit) {
        return Decision.ofAdministrator(caseworker).thenMany(mappings.list(after, limit));
    }

    public Mono<FormMapping> read(Caseworker caseworker, String name) {
        return Decision.ofAdministrator(caseworker)
                .then(mappings.find(name))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())));
    }

    /**
     * @param version that the administrator saw; null for a mapping that is new
     * @param decided as it shall be; its own version does not count
     */
    public Mono<FormMapping> decide(Caseworker caseworker, @Nullable Long version, FormMapping decided) {
        return Decision.ofAdministrator(caseworker)
                .then(fit(decided))
                .then(version(decided.name()))
                .map(current -> decided.withVersion(Decision.unstale(current, version) + 1))
                .flatMap(next -> mappings.put(next)
                        .flatMap(stored -> stored ? Mono.just(next) : Decision.overtaken(version(next.name()))));
    }

    public Mono<Void> remove(Caseworker caseworker, String name, long version) {
        return read(caseworker, name)
                .map(current -> Decision.unstale(current.version(), version))
                .flatMap(_ -> mappings.remove(name, version))
                .flatMap(removed -> removed ? Mono.empty() : Decision.overtaken(version(name)));
    }

    private Mono<Void> fit(FormMapping decided) {
        return forms.find(decided.form(), decided.formVersion())
                .switchIfEmpty(invalid("/form", "unknown-form"))
                .then(mappings.ofDocument(decided.document()))
                .filter(other -> !other.name().equals(decided.name()))
                .flatMap(_ -> invalid("/document", "document-taken"))
                .then(rules.faults(decided))
                .filter(faults -> !faults.isEmpty())
                .flatMap(faults -> Mono.error(() -> new Refused(new Refusal.Invalid(faults))));
    }

    private static <T> Mono<T> invalid(String pointer, String code) {
        return Mono.error(() -> new Refused(Refusal.Invalid.at(pointer, code)));
    }

    private Mono<Long> version(String name) {
        return mappings.find(name).map(FormMapping::version).defaultIfEmpty(Decision.NONE);
    }
}
