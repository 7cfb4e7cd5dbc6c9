package de.stadttor.channels.form.open311;

import de.stadttor.civic.PublicRequests;
import de.stadttor.refusal.Refusal;
import de.stadttor.refusal.Refused;
import de.stadttor.ticketing.TicketNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Pictures that caseworkers released. */
@RestController
final class PhotoController {

    private final PublicRequests requests;
    private final PlainPicture pictures;

    PhotoController(PublicRequests requests, PlainPicture pictures) {
        this.requests = requests;
        this.pictures = pictures;
    }

    @GetMapping("/open311/v2/requests/{number}/photo")
    Mono<ResponseEntity<byte[]>> readPhoto(@PathVariable String number) {
        TicketNumber known = Search.number(number);
        return photo(known)
                .map(picture -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.noCache())
                        .header("Content-Security-Policy", "default-src 'none'")
                        .body(picture))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.NotFound())));
    }

    private Mono<byte[]> photo(@Nullable TicketNumber number) {
        return number == null ? Mono.empty() : requests.photo(number).flatMap(pictures::of);
    }
}
