package de.stadttor.demo;

import de.stadttor.people.AssuranceLevel;
import de.stadttor.web.Api;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who can try the demo. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are made by List.of
enum Persona {
    CITIZEN_BASIC("Berta Basis", AssuranceLevel.BASIC),
    CITIZEN_LOW("Ludwig Niedrig", AssuranceLevel.LOW),
    CITIZEN_SUBSTANTIAL("Susanne Substanziell", AssuranceLevel.SUBSTANTIAL),
    CITIZEN_HIGH("Hanna Hoch", AssuranceLevel.HIGH),
    OTHER_CITIZEN("Otto Andermann", AssuranceLevel.HIGH),
    CASEWORKER("Karin Sachbearbeiterin", List.of(Api.DESK), List.of("caseworker")),
    TEAMLEAD("Theo Teamleiter", List.of(Api.DESK), List.of("caseworker", "teamlead")),
    ADMIN("Ada Admin", List.of(Api.DESK, Api.INTAKE), List.of("caseworker", "admin", "intake-admin")),
    FORMSERVER("Formularserver", List.of(Api.INTAKE), List.of("submit", "assert-identity")),
    CALLCENTRE("Servicetelefon", List.of(Api.INTAKE), List.of("report-calls"));

    private final String fullName;
    private final List<Api> apis;
    private final List<String> roles;
    private final @Nullable AssuranceLevel level;

    Persona(String fullName, AssuranceLevel level) {
        this.fullName = fullName;
        this.apis = List.of(Api.CITIZEN);
        this.roles = List.of();
        this.level = level;
    }

    Persona(String fullName, List<Api> apis, List<String> roles) {
        this.fullName = fullName;
        this.apis = apis;
        this.roles = roles;
        this.level = null;
    }

    static Optional<Persona> of(String code) {
        return Arrays.stream(values())
                .filter(persona -> persona.code().equals(code))
                .findAny();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String fullName() {
        return fullName;
    }

    List<String> audiences() {
        return apis.stream().map(Api::audience).toList();
    }

    List<String> roles() {
        return roles;
    }

    /** The strongest login this citizen can make; null for those who are no citizens. */
    @Nullable
    AssuranceLevel level() {
        return level;
    }

    /** The token's subject: a citizen's pseudonym, a machine's client id, a caseworker's id. */
    String subject() {
        return level == null ? code() : "demo-" + code();
    }
}
