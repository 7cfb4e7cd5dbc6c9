package de.stadttor.civic;

import de.stadttor.forms.Form;
import de.stadttor.forms.Forms;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Decision;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refusal.Fault;
import de.stadttor.refusal.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What administrators decide about civic services; everybody else is refused. */
public final class CivicAdministration {

    private final CivicServices services;
    private final Forms forms;
    private final CivicFormCheck check;

    public CivicAdministration(CivicServices services, Forms forms, CivicFormCheck check) {
        this.services = services;
        this.forms = forms;
        this.check = check;
    }

    public Flux<CivicService> list(Caseworker caseworker, @Nullable String after, int limit) {
        return Decision.ofAdministrator(caseworker).thenMany(services.list(after, limit));
    }

    public Mono<CivicService> read(Caseworker caseworker, String code) {
        return Decision.ofAdministrator(caseworker)
                .then(services.find(code))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())));
    }

    /**
     * @param version that the administrator saw; null for a service that is new
     * @param decided as it shall be; its own version does not count
     */
    public Mono<CivicService> decide(Caseworker caseworker, @Nullable Long version, CivicService decided) {
        return Decision.ofAdministrator(caseworker)
                .then(fit(decided))
                .then(version(decided.code()))
                .map(current -> decided.withVersion(Decision.unstale(current, version) + 1))
                .flatMap(next -> services.put(next)
                        .flatMap(stored -> stored ? Mono.just(next) : Decision.overtaken(version(next.code()))));
    }

    public Mono<Void> remove(Caseworker caseworker, String code, long version) {
        return read(caseworker, code)
                .map(current -> Decision.unstale(current.version(), version))
                .flatMap(_ -> services.remove(code, version))
                .flatMap(removed -> removed ? Mono.empty() : Decision.overtaken(version(code)));
    }

    /**
     * A form that asks for a login is not for everybody, one that needs what no program can ask for is for none, and a
     * form cannot be two services.
     */
    private Mono<Void> fit(CivicService decided) {
        return forms.find(decided.form(), null)
                .switchIfEmpty(invalid("unknown-form"))
                .filter(CivicAdministration::isForEverybody)
                .switchIfEmpty(invalid("form-needs-login"))
                .doOnNext(form -> refuseFaults(check.faults(form, decided.placing())))
                .then(services.ofForm(decided.form()))
                .filter(other -> !other.code().equals(decided.code()))
                .flatMap(_ -> invalid("form-taken"))
                .then();
    }

    private static void refuseFaults(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new Refused(new Refusal.Invalid(faults));
        }
    }

    private static boolean isForEverybody(Form form) {
        return form.submitLevel() == AssuranceLevel.BASIC && form.readLevel() == AssuranceLevel.BASIC;
    }

    private static Mono<Form> invalid(String code) {
        return Mono.error(() -> new Refused(Refusal.Invalid.at("/form", code)));
    }

    private Mono<Long> version(String code) {
        return services.find(code).map(CivicService::version).defaultIfEmpty(Decision.NONE);
    }
}
