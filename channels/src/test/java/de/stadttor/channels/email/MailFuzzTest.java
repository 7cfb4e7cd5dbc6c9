package de.stadttor.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Replays the inputs that fuzzing has found, and fuzzes when the environment says {@code JAZZER_FUZZ=1}. No input may
 * break the reader, and none may bring anything active through into the HTML.
 */
class MailFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void readsEverythingAndLetsNothingActiveThrough(byte[] raw) {
        ParsedMail mail = Corpus.READER.read(raw);
        if (mail.content().html() != null) {
            assertThat(mail.content().html().toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain("<script", "javascript:", "<iframe", "<form", "src=\"http");
        }
        mail.attachments().forEach(file -> assertThat(file.name()).doesNotContain("/", "\\", "\u0000", "\n"));
    }
}
