package de.stadttor.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsNamesToTheLeftAndFiguresToTheRight() {
        var table = new Table("server", "reads/s");
        table.row("bare", 12);
        table.row("stadttor", 12345678);
        assertThat(table).hasToString("""
            server     reads/s
            bare            12
            stadttor  12345678\
            """);
    }

    @Test
    void refusesARowThatDoesNotFitItsTitles() {
        var table = new Table("server", "reads/s");
        assertThatIllegalArgumentException().isThrownBy(() -> table.row("bare"));
    }
}
