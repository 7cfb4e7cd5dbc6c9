package de.stadttor.desk;

import de.stadttor.civic.Publication;
import de.stadttor.civic.ReleasedRequests;
import de.stadttor.files.FileId;
import de.stadttor.people.Caseworker;
import de.stadttor.ticketing.TicketId;
import de.stadttor.web.Contract;
import de.stadttor.web.Received;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What everybody may read of a request, in a caseworker's words. */
@RestController
@RequestMapping("/api/desk/v1/tickets/{id}/publication")
final class PublicationController {

    private final ReleasedRequests released;

    PublicationController(ReleasedRequests released) {
        this.released = released;
    }

    @GetMapping
    Mono<ResponseEntity<PublicationView>> readPublication(@PathVariable TicketId id, Caseworker caseworker) {
        return released.read(caseworker, id).map(PublicationController::answer);
    }

    /** Without {@code If-Match} nothing must be released yet. */
    @PutMapping
    Mono<ResponseEntity<PublicationView>> releaseTicket(
            @PathVariable TicketId id,
            @Contract("doors.yaml#NewPublication") Received<NewPublication> publication,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        List<UUID> files = publication.value().files();
        return released.release(
                        caseworker,
                        id,
                        IfMatch.versionOrNull(ifMatch),
                        publication.value().description().strip(),
                        files.isEmpty() ? null : new FileId(files.getFirst()))
                .map(PublicationController::answer);
    }

    /** Without {@code If-Match} too: what nobody should read goes at once, whatever it is. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> withdrawPublication(
            @PathVariable TicketId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        return released.withdraw(caseworker, id, IfMatch.versionOrNull(ifMatch));
    }

    private static ResponseEntity<PublicationView> answer(Publication publication) {
        return ResponseEntity.ok().eTag("\"" + publication.version() + "\"").body(PublicationView.of(publication));
    }

    /** @param files none or one, a picture */
    record NewPublication(String description, List<UUID> files) {}

    record PublicationView(String description, List<UUID> files, String releasedBy, Instant releasedAt) {

        static PublicationView of(Publication publication) {
            Publication.Photo photo = publication.photo();
            return new PublicationView(
                    publication.description(),
                    photo == null ? List.of() : List.of(photo.file().value()),
                    publication.by(),
                    publication.at());
        }
    }
}
