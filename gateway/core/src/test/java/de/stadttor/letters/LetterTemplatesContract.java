package de.stadttor.letters;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.Ports;
import de.stadttor.letters.LetterTemplate.Key;
import de.stadttor.letters.LetterTemplate.Words;
import de.stadttor.letters.LetterTemplates.Bytes;
import de.stadttor.letters.LetterTemplates.Picture;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What every {@link LetterTemplates} promises. */
public interface LetterTemplatesContract {

    Ports ports();

    @Test
    default void knowsNothingOfWhatNobodyChanged() {
        templates().find(key()).as(StepVerifier::create).verifyComplete();
    }

    @Test
    default void findsTheLatestVersion() {
        Key key = key();
        var first = new LetterTemplate(key, new Words("Eingang {number}", "Grüß Gott", null), 1);
        var second = new LetterTemplate(key, new Words("Eingang", "Grüß Gott", "<p>Grüß Gott</p>"), 2);
        assertThat(templates().put(first).block()).isTrue();
        assertThat(templates().find(key).block()).isEqualTo(first);
        assertThat(templates().put(second).block()).isTrue();
        assertThat(templates().find(key).block()).isEqualTo(second);
    }

    @Test
    default void storesNothingOverAVersionThatItsWriterDidNotSee() {
        Key key = key();
        var first = new LetterTemplate(key, new Words("", "eins", null), 1);
        templates().put(first).block();
        assertThat(templates().put(first).block()).isFalse();
        assertThat(templates()
                        .put(new LetterTemplate(key, new Words("", "drei", null), 3))
                        .block())
                .isFalse();
        assertThat(templates().find(key).block()).isEqualTo(first);
    }

    @Test
    default void takesOneOfManyFirstVersions() {
        Key key = key();
        List<Boolean> stored = Flux.range(0, 10)
                .flatMap(i -> templates().put(new LetterTemplate(key, new Words("", "Nr. " + i, null), 1)), 10)
                .collectList()
                .block();
        assertThat(stored).containsOnlyOnce(true);
    }

    @Test
    default void keepsThePicturesOfAQueueByName() {
        String queue = key().queue();
        var logo = new Picture(queue, "logo", "image/png", new Bytes(new byte[] {1, -2, 3}));
        var wappen = new Picture(queue, "wappen", "image/png", new Bytes(new byte[] {4}));
        var newer = new Picture(queue, "logo", "image/gif", new Bytes(new byte[] {5}));
        templates()
                .putPicture(wappen)
                .then(templates().putPicture(logo))
                .thenMany(templates().pictures(queue))
                .as(StepVerifier::create)
                .expectNext(logo, wappen)
                .verifyComplete();
        templates()
                .putPicture(newer)
                .then(templates().removePicture(queue, "wappen"))
                .thenMany(templates().pictures(queue))
                .as(StepVerifier::create)
                .expectNext(newer)
                .verifyComplete();
    }

    private LetterTemplates templates() {
        return ports().letterTemplates();
    }

    /** Of a queue that no other test uses. */
    private Key key() {
        return new Key(ports().ids().next().toString(), LetterKind.ACKNOWLEDGEMENT, "de");
    }
}
