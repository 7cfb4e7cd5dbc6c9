package de.stadttor.channels.email.outbound.templates;

import de.stadttor.channels.email.mime.Slice;
import de.stadttor.channels.email.outbound.LetterBody;
import de.stadttor.channels.email.outbound.LetterBody.InlineImage;
import de.stadttor.letters.LetterKind;
import de.stadttor.letters.LetterTemplate;
import de.stadttor.letters.LetterTemplate.Words;
import de.stadttor.letters.LetterTemplates;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Fills the places of a queue's words, or of ours, and puts the signature beneath. */
public final class Typesetter {

    private final LetterTemplates templates;
    private final UsualWords usual = new UsualWords();

    public Typesetter(LetterTemplates templates) {
        this.templates = templates;
    }

    /** The language we speak that is nearest to a tag of BCP 47; German when there is none. */
    public Locale language(String tag) {
        return UsualWords.nearest(tag);
    }

    /** @param places text for each place; what is missing stays empty */
    public Mono<Sheet> set(String queue, LetterKind kind, Locale language, Map<String, String> places) {
        return Mono.zip(words(queue, kind, language), words(queue, LetterKind.SIGNATURE, language), pictures(queue))
                .map(parts -> set(parts.getT1(), parts.getT2(), parts.getT3(), places));
    }

    /** What a queue's template would look like, before it is stored. */
    public Mono<Sheet> preview(LetterTemplate.Key key, Words draft, Map<String, String> places) {
        Locale language = Locale.of(key.language());
        return Mono.zip(words(key.queue(), LetterKind.SIGNATURE, language), pictures(key.queue()))
                .map(parts -> key.kind() == LetterKind.SIGNATURE
                        ? set(new Words("", "{signature}", null), draft, parts.getT2(), places)
                        : set(draft, parts.getT1(), parts.getT2(), places));
    }

    /** The words that hold: the queue's, with their version, or ours, with version 0. */
    public Mono<LetterTemplate> template(LetterTemplate.Key key) {
        return templates
                .find(key)
                .switchIfEmpty(Mono.fromSupplier(
                        () -> new LetterTemplate(key, usual.of(key.kind(), Locale.of(key.language())), 0)));
    }

    private Mono<Words> words(String queue, LetterKind kind, Locale language) {
        return template(new LetterTemplate.Key(queue, kind, language.getLanguage()))
                .map(LetterTemplate::words);
    }

    private Mono<List<InlineImage>> pictures(String queue) {
        return templates
                .pictures(queue)
                .map(picture -> new InlineImage(
                        picture.name(),
                        picture.mediaType(),
                        Slice.of(picture.bytes().copy())))
                .collectList();
    }

    private static Sheet set(Words words, Words signature, List<InlineImage> pictures, Map<String, String> places) {
        var filled = new FilledWords(words, signature, places);
        String html = filled.html();
        List<InlineImage> shown = pictures.stream()
                .filter(picture -> html.contains("cid:" + picture.name()))
                .toList();
        return new Sheet(filled.subject(), new LetterBody(filled.text(), html, shown));
    }

    /** A letter's words, ready to go. */
    public record Sheet(String subject, LetterBody body) {}
}
