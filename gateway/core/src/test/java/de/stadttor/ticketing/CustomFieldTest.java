package de.stadttor.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.ticketing.CustomField.Type;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomFieldTest {

    private static final FieldValue YES = new FieldValue.Flag(true);

    @Test
    void takesTextUpToItsLength() {
        var type = new Type.Text(3);
        assertThat(type.accepts(text("abc"))).isTrue();
        assertThat(type.accepts(text("abcd"))).isFalse();
        assertThat(type.accepts(YES)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-0.01,false", "0,true", "40.50,true", "40.51,false"})
    void takesNumbersWithinItsBoundsInclusive(BigDecimal number, boolean fits) {
        var type = new Type.Decimal(BigDecimal.ZERO, new BigDecimal("40.5"));
        assertThat(type.accepts(new FieldValue.Decimal(number))).isEqualTo(fits);
    }

    @Test
    void takesAnyNumberWithoutBounds() {
        var type = new Type.Decimal(null, null);
        assertThat(type.accepts(new FieldValue.Decimal(new BigDecimal("-1e30"))))
                .isTrue();
        assertThat(type.accepts(text("1"))).isFalse();
    }

    @Test
    void takesFlagsAsFlagsOnly() {
        assertThat(new Type.Flag().accepts(YES)).isTrue();
        assertThat(new Type.Flag().accepts(text("true"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2028-02-29,true", "2027-02-29,false", "1.2.2027,false", "2027-02-01T00:00,false", "'',false"})
    void takesCalendarDaysThatExist(String written, boolean fits) {
        assertThat(new Type.Date().accepts(text(written))).isEqualTo(fits);
    }

    @Test
    void takesOneOfItsChoices() {
        var type = new Type.Choice(List.of("Wespen", "Bienen"));
        assertThat(type.accepts(text("Bienen"))).isTrue();
        assertThat(type.accepts(text("bienen"))).isFalse();
    }

    private static FieldValue text(String value) {
        return new FieldValue.Text(value);
    }
}
