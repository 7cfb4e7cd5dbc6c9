package de.stadttor.channels.email.outbound.templates;

import de.stadttor.letters.LetterKind;
import de.stadttor.letters.LetterTemplate;
import de.stadttor.letters.LetterTemplate.Words;
import de.stadttor.letters.QueueLetters;
import de.stadttor.people.Caseworker;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Contract;
import de.stadttor.web.Received;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/desk/v1/queues/{key}/letters/{kind}/{language}")
final class LettersController {

    private static final Set<String> LANGUAGES = Set.of("de", "en");
    private static final long NO_VERSION = -2;

    /** A case that never was. */
    private static final Map<String, String> SAMPLE = Map.of(
            "number", "2026-000123-7",
            "subject", "Insektennest: Marienplatz 8",
            "text", "Guten Tag,\n\nwir kommen am Montag.",
            "files", "Lageplan.pdf",
            "accessLink", "https://stadttor.example/fall#beispiel",
            "portalLink", "",
            "objectionLink", "https://stadttor.example/widerspruch#beispiel",
            "sender", "Bürgerservice");

    private final QueueLetters letters;
    private final Typesetter typesetter;

    LettersController(QueueLetters letters, Typesetter typesetter) {
        this.letters = letters;
        this.typesetter = typesetter;
    }

    @GetMapping
    Mono<LetterView> readLetter(
            @PathVariable String key,
            @PathVariable String kind,
            @PathVariable String language,
            Caseworker caseworker,
            ServerHttpResponse response) {
        LetterTemplate.Key letter = letter(key, kind, language);
        return letters.editable(caseworker, key)
                .then(Mono.defer(() -> typesetter.template(letter)))
                .map(template -> LetterView.of(template, response));
    }

    @PutMapping
    Mono<LetterView> changeLetter(
            @PathVariable String key,
            @PathVariable String kind,
            @PathVariable String language,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Contract("desk.yaml#LetterWords") Received<LetterWords> words,
            Caseworker caseworker,
            ServerHttpResponse response) {
        return letters.change(
                        caseworker, letter(key, kind, language), words.value().words(), version(seen))
                .map(template -> LetterView.of(template, response));
    }

    @PostMapping("/preview")
    Mono<PreviewView> previewLetter(
            @PathVariable String key,
            @PathVariable String kind,
            @PathVariable String language,
            @Contract("desk.yaml#LetterWords") Received<LetterWords> words,
            Caseworker caseworker) {
        Words draft = words.value().words();
        LetterTemplate.Key letter = letter(key, kind, language);
        return letters.editable(caseworker, key)
                .then(Mono.fromRunnable(() -> letters.check(draft)))
                .then(Mono.defer(() -> typesetter.preview(letter, draft, SAMPLE)))
                .map(PreviewView::of);
    }

    private static LetterTemplate.Key letter(String queue, String kind, String language) {
        if (!LANGUAGES.contains(language)) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "language");
        }
        try {
            return new LetterTemplate.Key(queue, LetterKind.of(kind), language);
        } catch (IllegalArgumentException e) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "kind");
        }
    }

    /** The version behind an entity tag; one that we never gave names none. */
    private static long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new BadRequest(BadRequest.Reason.PRECONDITION, HttpHeaders.IF_MATCH);
        }
        String tag = ifMatch.strip();
        return tag.matches("\"\\d{1,18}\"") ? Long.parseLong(tag.substring(1, tag.length() - 1)) : NO_VERSION;
    }

    record LetterWords(
            String subject, String text, @Nullable String html) {

        Words words() {
            return new Words(subject.strip(), text, html);
        }
    }

    /** @param own false while the words are ours */
    record LetterView(
            String queue,
            String kind,
            String language,
            String subject,
            String text,
            @Nullable String html,
            boolean own) {

        static LetterView of(LetterTemplate template, ServerHttpResponse response) {
            response.getHeaders().setETag("\"" + template.version() + "\"");
            Words words = template.words();
            return new LetterView(
                    template.key().queue(),
                    template.key().kind().code(),
                    template.key().language(),
                    words.subject(),
                    words.text(),
                    words.html(),
                    template.version() > 0);
        }
    }

    record PreviewView(String subject, String text, String html) {

        static PreviewView of(Typesetter.Sheet sheet) {
            return new PreviewView(
                    sheet.subject(), sheet.body().text(), sheet.body().html());
        }
    }
}
