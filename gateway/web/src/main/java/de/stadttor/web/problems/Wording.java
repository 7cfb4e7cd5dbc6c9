package de.stadttor.web.problems;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.refusal.Refusal;
import de.stadttor.web.Language;
import de.stadttor.web.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts answers into words. */
@Component
public final class Wording {

    private final Texts texts;

    Wording(Texts texts) {
        this.texts = texts;
    }

    /** @param requestId finds the request in the log; null for an answer that is kept and not sent */
    public Problem problem(Answer answer, Language language, @Nullable String requestId) {
        String slug = answer.kind().slug();
        AssuranceLevel level = answer.requiredLevel();
        return new Problem(
                answer.kind().type(),
                texts.of(language, "problem." + slug),
                answer.kind().status().value(),
                texts.orElse(language, "problem." + slug + ".detail", "").isEmpty()
                        ? null
                        : texts.of(language, "problem." + slug + ".detail"),
                requestId,
                answer.faults().isEmpty() ? null : faults(answer.faults(), language),
                level == null ? null : level.code(),
                null,
                answer.limitBytes(),
                answer.alternatives());
    }

    private List<Problem.Fault> faults(List<Refusal.Fault> faults, Language language) {
        return faults.stream()
                .map(fault -> new Problem.Fault(fault.pointer(), sentence(fault, language), fault.code()))
                .toList();
    }

    private String sentence(Refusal.Fault fault, Language language) {
        return fault.detail().isEmpty()
                ? texts.orElse(language, "fault." + fault.code(), texts.of(language, "fault"))
                : fault.detail();
    }
}
