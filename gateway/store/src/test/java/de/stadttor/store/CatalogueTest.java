package de.stadttor.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.forms.Form;
import de.stadttor.forms.Forms;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.store.server.CatalogueLoader;
import de.stadttor.ticketing.CustomField;
import de.stadttor.ticketing.CustomField.Type;
import de.stadttor.ticketing.Queue;
import de.stadttor.ticketing.Queues;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

/** Queues and forms are read as they were loaded. */
@StoreTest
class CatalogueTest {

    @Autowired
    private CatalogueLoader loader;

    @Autowired
    private Queues queues;

    @Autowired
    private Forms forms;

    private final String name = "catalogue-" + UUID.randomUUID();

    @BeforeEach
    void load() {
        load(1, "Nest");
        load(2, "Nest, neu");
    }

    @Test
    void readsAQueueWithFieldsOfEveryType() {
        assertThat(queues.find(name).block())
                .isEqualTo(new Queue(
                        name,
                        "Gartenbau",
                        Duration.ofDays(14),
                        List.of(
                                new CustomField("ort", "Ort", true, new Type.Text(40)),
                                new CustomField("hoehe", "Höhe", false, new Type.Decimal(BigDecimal.ZERO, null)),
                                new CustomField("dringend", "Dringend", false, new Type.Flag()),
                                new CustomField("termin", "Termin", false, new Type.Date()),
                                new CustomField("art", "Art", false, new Type.Choice(List.of("Wespen", "Bienen"))))));
    }

    @Test
    void readsTheNewestFormUnlessAVersionIsNamed() {
        assertThat(title(forms.find(name, null).block())).isEqualTo("Nest, neu");
        assertThat(title(forms.find(name, 1).block())).isEqualTo("Nest");
        forms.find(name, 3).as(StepVerifier::create).verifyComplete();
        forms.find("unknown", null).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void readsEverythingOfAForm() {
        Form form = forms.find(name, 1).block();
        assertThat(form.submitLevel()).isEqualTo(AssuranceLevel.LOW);
        assertThat(form.readLevel()).isEqualTo(AssuranceLevel.HIGH);
        assertThat(form.queue()).isEqualTo(name);
        assertThat(form.schema()).contains("\"type\"");
        assertThat(form.example()).contains("Hof");
        assertThat(form.texts("en").subject().filled(_ -> "Hof")).isEqualTo("Nest: Hof");
        assertThat(form.retention()).isEqualTo(Duration.ofDays(365));
        assertThat(form.texts("de").description()).isEqualTo("Wozu");
        assertThat(form.texts("en").privacyNotice()).isEmpty();
        assertThat(form.page()).isEqualTo(new Form.Page(true, "{\"sections\":[]}", 3));
        assertThat(form.serviceKey()).isEqualTo("99115004026000");
        assertThat(form.acceptedUntil()).isNull();
    }

    @Test
    void listsEachFormOnceInItsNewestVersion() {
        var listed = forms.current(null, 1000).filter(form -> form.key().equals(name));
        assertThat(listed.map(Form::version).collectList().block()).containsExactly(2);
        assertThat(forms.current(name, 1000)
                        .any(form -> form.key().equals(name))
                        .block())
                .isFalse();
    }

    @Test
    void leavesAloneWhatIsThere() {
        load(1, "Etwas anderes");
        assertThat(title(forms.find(name, 1).block())).isEqualTo("Nest");
    }

    private static String title(Form form) {
        return form.texts("de").title();
    }

    private void load(int version, String title) {
        loader.load(JsonMapper.shared().readTree("""
            {"queues": [{"name": "%1$s", "title": "Gartenbau", "reopenDays": 14, "customFields": [
                {"key": "ort", "label": "Ort", "required": true, "type": "text", "maxLength": 40},
                {"key": "hoehe", "label": "Höhe", "required": false, "type": "number", "min": 0},
                {"key": "dringend", "label": "Dringend", "required": false, "type": "boolean"},
                {"key": "termin", "label": "Termin", "required": false, "type": "date"},
                {"key": "art", "label": "Art", "required": false, "type": "choice", "choices": ["Wespen", "Bienen"]}]}],
             "forms": [{"name": "%1$s", "version": %2$d, "schema": {"type": "object"}, "example": {"ort": "Hof"},
                "submitLevel": "low", "readLevel": "high", "queue": "%1$s", "retentionDays": 365,
                "presentation": {"sections": []}, "onPage": true, "files": 3, "serviceKey": "99115004026000", "texts": {
                  "de": {"title": "%3$s", "description": "Wozu", "subject": "Nest: {ort}", "text": ""},
                  "en": {"title": "Nest", "subject": "Nest: {ort}", "text": ""}}}]}
            """.formatted(name, version, title)));
    }
}
