package de.stadttor.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final Map<String, String> FIELDS = Map.of("ort", "Hof", "zahl", "$1 \\ {ort}", "a.b-c_d", "tief");

    @Test
    void insertsFieldsWhereTheirPlacesAre() {
        assertThat(filled("Nest: {ort}, noch einmal {ort}, {a.b-c_d}")).isEqualTo("Nest: Hof, noch einmal Hof, tief");
    }

    @Test
    void insertsNothingForAFieldThatIsNotThere() {
        assertThat(filled("Nest: {strasse}")).isEqualTo("Nest:");
    }

    @Test
    void leavesOutALineThatHasNothingToSay() {
        assertThat(filled("Ort: {ort}\nArt: {art}\n\n{art}, {zahl}\nGruß"))
                .isEqualTo("Ort: Hof\n\n, $1 \\ {ort}\nGruß");
    }

    @Test
    void doesNotReadAgainWhatItInserted() {
        assertThat(filled("{zahl}")).isEqualTo("$1 \\ {ort}");
    }

    @Test
    void leavesAloneWhatIsNoPlace() {
        assertThat(filled("{} {zwei Worte} { ort } {ort")).isEqualTo("{} {zwei Worte} { ort } {ort");
    }

    private static String filled(String source) {
        return new Template(source).filled(key -> FIELDS.getOrDefault(key, ""));
    }
}
