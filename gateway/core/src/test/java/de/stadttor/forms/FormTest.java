package de.stadttor.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadttor.people.AssuranceLevel;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormTest {

    @Test
    void speaksTheAskedLanguageWhateverTheRegion() {
        Form form = form(Map.of("de", texts("Nest"), "en", texts("Nest of insects")));
        assertThat(form.texts("en-GB").title()).isEqualTo("Nest of insects");
        assertThat(form.texts("de").title()).isEqualTo("Nest");
    }

    @Test
    void speaksGermanWhenItLacksTheLanguage() {
        assertThat(form(Map.of("de", texts("Nest"))).texts("fr").title()).isEqualTo("Nest");
    }

    @Test
    void doesNotExistWithoutGerman() {
        assertThatThrownBy(() -> form(Map.of("en", texts("Nest")))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Form.Texts texts(String title) {
        return new Form.Texts(title, new Template(title), new Template(""));
    }

    private static Form form(Map<String, Form.Texts> texts) {
        return new Form(
                "insektennest",
                1,
                "{}",
                "{}",
                AssuranceLevel.BASIC,
                AssuranceLevel.BASIC,
                "gartenbau",
                texts,
                Duration.ofDays(365));
    }
}
