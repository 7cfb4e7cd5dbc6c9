package de.stadttor.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadttor.people.AssuranceLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    @Test
    void acceptsSubmissionsUntilItsEnd() {
        Instant end = Instant.parse("2026-12-01T00:00:00Z");
        Form form = form(Map.of("de", texts("Nest")), end);
        assertThat(form.accepts(end.minusMillis(1))).isTrue();
        assertThat(form.accepts(end)).isFalse();
        assertThat(form(Map.of("de", texts("Nest"))).accepts(end)).isTrue();
    }

    private static Form.Texts texts(String title) {
        return new Form.Texts(title, "", "", new Template(title), new Template(""));
    }

    private static Form form(Map<String, Form.Texts> texts) {
        return form(texts, null);
    }

    private static Form form(Map<String, Form.Texts> texts, @Nullable Instant acceptedUntil) {
        return new Form(
                "insektennest",
                1,
                "{}",
                "{}",
                new Form.Levels(AssuranceLevel.BASIC, AssuranceLevel.BASIC),
                "gartenbau",
                texts,
                Form.Page.NONE,
                Duration.ofDays(365),
                null,
                acceptedUntil);
    }
}
