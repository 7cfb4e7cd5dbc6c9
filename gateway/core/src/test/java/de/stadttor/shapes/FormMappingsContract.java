package de.stadttor.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.shapes.FormMapping.Kind;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What all {@link FormMappings} promise. Every test has mappings of its own, since others share the database. */
public interface FormMappingsContract {

    Ports ports();

    @Test
    default void findsAMappingByItsNameAndByItsDocument() {
        FormMapping mapping = mapping();
        assertThat(mappings().put(mapping).block()).isTrue();
        assertThat(mappings().find(mapping.name()).block()).isEqualTo(mapping);
        assertThat(mappings().ofDocument(mapping.document()).block()).isEqualTo(mapping);
        mappings().ofDocument("{urn:nothing}x").as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void takesTheNextVersionOfAMappingOnly() {
        FormMapping first = mapping();
        FormMapping second = new FormMapping(first.name(), Kind.XSLT, first.document(), first.form(), null, "<x/>", 2);
        assertThat(mappings().put(second).block()).isFalse();
        assertThat(mappings().put(first).block()).isTrue();
        assertThat(mappings().put(first).block()).isFalse();
        assertThat(mappings().put(second).block()).isTrue();
        assertThat(mappings().find(first.name()).block()).isEqualTo(second);
        assertThat(mappings().remove(first.name(), 1).block()).isFalse();
        assertThat(mappings().remove(first.name(), 2).block()).isTrue();
    }

    @Test
    default void letsNoTwoMappingsHaveOneDocument() {
        FormMapping one = mapping();
        FormMapping other = mapping();
        mappings().put(one).block();
        assertThat(mappings()
                        .put(new FormMapping(other.name(), Kind.XPATH, one.document(), "x", null, "{}", 1))
                        .block())
                .isFalse();
    }

    @Test
    default void listsMappingsByNameFromThereOn() {
        FormMapping one = mapping();
        FormMapping other = mapping();
        mappings().put(other).block();
        mappings().put(one).block();
        assertThat(mappings().list(one.name(), 1).collectList().block()).containsExactly(other);
    }

    private FormMapping mapping() {
        String name = "mapping-" + ports().ids().next();
        return new FormMapping(name, Kind.SCHEMA, "urn:" + name, "insektennest", 1, "", 1);
    }

    private FormMappings mappings() {
        return ports().formMappings();
    }
}
