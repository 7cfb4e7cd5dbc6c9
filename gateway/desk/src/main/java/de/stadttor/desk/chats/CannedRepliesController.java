package de.stadttor.desk.chats;

import de.stadttor.chats.CannedReplies;
import de.stadttor.chats.CannedReply;
import de.stadttor.chats.ChatAdministration;
import de.stadttor.people.Caseworker;
import de.stadttor.web.BadRequest;
import de.stadttor.web.Contract;
import de.stadttor.web.Cursors;
import de.stadttor.web.Limit;
import de.stadttor.web.Page;
import de.stadttor.web.Received;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is said often. */
@RestController
@RequestMapping("/api/desk/v1/canned-replies")
final class CannedRepliesController {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");
    private static final Set<String> LANGUAGES = Set.of("de", "en");
    private static final int LONGEST_QUESTION = 100;

    private final ChatAdministration administration;
    private final Cursors cursors;

    CannedRepliesController(ChatAdministration administration, Cursors cursors) {
        this.administration = administration;
        this.cursors = cursors;
    }

    @GetMapping
    Mono<Page<CannedReply>> listCannedReplies(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caseworker caseworker) {
        if (q != null && (q.isEmpty() || q.length() > LONGEST_QUESTION)) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "q");
        }
        String filter = "canned-replies " + q;
        return Page.of(
                administration.replies(q, place(cursors.open(caseworker, filter, cursor)), limit.oneMore()),
                limit.value(),
                reply -> reply,
                last -> cursors.close(caseworker, filter, last.key() + "/" + last.language()));
    }

    @PutMapping("/{key}/{language}")
    Mono<CannedReply> keepCannedReply(
            @PathVariable String key,
            @PathVariable String language,
            @Contract("chat-http.yaml#CannedReplyData") Received<Data> data,
            Caseworker caseworker) {
        refuseOtherNames(key, language);
        var reply = new CannedReply(key, language, data.value().text());
        return administration.keep(caseworker, reply).thenReturn(reply);
    }

    @DeleteMapping("/{key}/{language}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> dropCannedReply(@PathVariable String key, @PathVariable String language, Caseworker caseworker) {
        refuseOtherNames(key, language);
        return administration.drop(caseworker, key, language);
    }

    private static void refuseOtherNames(String key, String language) {
        if (!KEY.matcher(key).matches() || !LANGUAGES.contains(language)) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "key");
        }
    }

    private static CannedReplies.@Nullable Place place(@Nullable String cursor) {
        int slash = cursor == null ? -1 : cursor.indexOf('/');
        return cursor == null ? null : new CannedReplies.Place(cursor.substring(0, slash), cursor.substring(slash + 1));
    }

    record Data(String text) {}
}
