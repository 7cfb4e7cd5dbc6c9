package de.stadttor.desk;

import de.stadttor.people.Caseworker;
import de.stadttor.ticketing.QueueAdministration;
import de.stadttor.ticketing.QueueDefinition;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Contract;
import de.stadttor.web.Received;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One queue, in the administrators' hands. */
@RestController
@RequestMapping("/api/desk/v1/queues/{key}")
final class QueueDefinitionController {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

    private final QueueAdministration queues;

    QueueDefinitionController(QueueAdministration queues) {
        this.queues = queues;
    }

    @GetMapping
    Mono<ResponseEntity<DefinedQueue>> readQueue(@PathVariable String key, Caseworker caseworker) {
        return queues.read(caseworker, key).map(QueueDefinitionController::answer);
    }

    /** Without {@code If-Match} it must be new. */
    @PutMapping
    Mono<ResponseEntity<DefinedQueue>> decideQueue(
            @PathVariable String key,
            @Contract("desk.yaml#QueueData") Received<QueueData> data,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        if (!KEY.matcher(key).matches()) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "key");
        }
        return queues.decide(
                        caseworker, IfMatch.versionOrNull(ifMatch), data.value().queue(key))
                .map(QueueDefinitionController::answer);
    }

    private static ResponseEntity<DefinedQueue> answer(QueueDefinition queue) {
        return ResponseEntity.ok().eTag("\"" + queue.version() + "\"").body(DefinedQueue.of(queue));
    }

    record QueueData(String title, List<QueueField> customFields) {

        QueueDefinition queue(String key) {
            return new QueueDefinition(
                    key,
                    title.strip(),
                    customFields.stream().map(QueueField::field).toList(),
                    1);
        }
    }

    record DefinedQueue(String key, String title, List<QueueField> customFields) {

        static DefinedQueue of(QueueDefinition queue) {
            return new DefinedQueue(queue.key(), queue.title(), QueueField.of(queue.customFields()));
        }
    }
}
