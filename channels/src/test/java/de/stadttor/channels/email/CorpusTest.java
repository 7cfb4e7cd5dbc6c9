package de.stadttor.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class CorpusTest {

    static List<Path> mails() {
        return Corpus.mails();
    }

    @Test
    void holdsAtLeastAHundredAndFiftyMails() {
        assertThat(mails()).hasSizeGreaterThanOrEqualTo(150);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void isReadAsAPersonWouldReadIt(Path mail) {
        JsonNode read = Corpus.read(Corpus.bytes(mail));
        List<String> differences = new ArrayList<>();
        compare("", Corpus.expected(mail), read, differences);
        assertThat(differences).as(mail.getFileName().toString()).isEmpty();
    }

    /** Every field that is expected must be there; lists in full, except warnings, of which others may come along. */
    private static void compare(String path, JsonNode expected, JsonNode found, List<String> differences) {
        if (path.equals(".warnings")) {
            expected.forEach(code -> {
                if (found.valueStream().noneMatch(code::equals)) {
                    differences.add(path + " lacks " + code);
                }
            });
        } else if (expected.isObject() && found.isObject()) {
            expected.propertyStream()
                    .forEach(field -> compare(
                            path + "." + field.getKey(), field.getValue(), found.path(field.getKey()), differences));
        } else if (expected.isArray() && found.isArray() && expected.size() == found.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "[" + i + "]", expected.get(i), found.get(i), differences);
            }
        } else if (!expected.equals(found)) {
            differences.add(path + " is " + found + " (expected: " + expected + ")");
        }
    }
}
