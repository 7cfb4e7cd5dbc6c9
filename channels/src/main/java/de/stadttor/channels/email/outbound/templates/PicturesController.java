package de.stadttor.channels.email.outbound.templates;

import de.stadttor.letters.LetterTemplates.Bytes;
import de.stadttor.letters.LetterTemplates.Picture;
import de.stadttor.letters.QueueLetters;
import de.stadttor.people.Caseworker;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.web.Contract;
import de.stadttor.web.Received;
import java.util.Base64;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/desk/v1/queues/{key}/pictures/{name}")
final class PicturesController {

    private final QueueLetters letters;

    PicturesController(QueueLetters letters) {
        this.letters = letters;
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> setPicture(
            @PathVariable String key,
            @PathVariable String name,
            @Contract("desk.yaml#LetterPicture") Received<LetterPicture> picture,
            Caseworker caseworker) {
        byte[] bytes = picture.value().bytes();
        return letters.put(caseworker, new Picture(key, name, PictureType.of(bytes), new Bytes(bytes)));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> removePicture(@PathVariable String key, @PathVariable String name, Caseworker caseworker) {
        return letters.removePicture(caseworker, key, name);
    }

    /** @param data the picture in Base64 */
    record LetterPicture(String data) {

        byte[] bytes() {
            try {
                return Base64.getDecoder().decode(data);
            } catch (IllegalArgumentException e) {
                throw new Refused(Refusal.Invalid.at("/data", "base64"));
            }
        }
    }
}
