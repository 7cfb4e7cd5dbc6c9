package de.stadttor.demo;

import de.stadttor.demo.SentMails.SentMail;
import de.stadttor.guests.ClaimedCases;
import de.stadttor.outbox.Outbox;
import de.stadttor.outbox.OutboxItem;
import de.stadttor.pages.Banner;
import de.stadttor.pages.PageController;
import de.stadttor.pages.ServedFile;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.reactions.Claims;
import de.stadttor.store.server.Database;
import de.stadttor.web.BadRequest;
import de.stadttor.web.PublicUrl;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

@RestController
@Conditional(DemoMode.class)
final class DemoController {

    private static final int NEWEST = 20;
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final DemoTokens tokens;
    private final Outbox outbox;
    private final Claims claims;
    private final Database database;
    private final ClaimedCases claimed;
    private final SentMails mails;
    private final PublicUrl publicUrl;
    private final ServedFile page;
    private final ServedFile script;

    DemoController(
            DemoTokens tokens,
            Outbox outbox,
            Claims claims,
            Database database,
            ClaimedCases claimed,
            SentMails mails,
            PublicUrl publicUrl,
            Banner banner) {
        this.claimed = claimed;
        this.mails = mails;
        this.publicUrl = publicUrl;
        this.tokens = tokens;
        this.outbox = outbox;
        this.claims = claims;
        this.database = database;
        this.page = ServedFile.page(new ClassPathResource("demo.html", DemoController.class), banner);
        this.script = ServedFile.read(new ClassPathResource("demo.js", DemoController.class), SCRIPT);
    }

    @GetMapping("/demo")
    ResponseEntity<byte[]> showDemo(ServerHttpRequest request) {
        DemoGuard.check(request);
        return PageController.page(page);
    }

    @GetMapping("/demo/demo.js")
    ResponseEntity<byte[]> readDemoScript(ServerHttpRequest request) {
        DemoGuard.check(request);
        return script.response();
    }

    @GetMapping("/demo/token/{persona}")
    ResponseEntity<String> takeDemoToken(
            @PathVariable String persona,
            @RequestParam(required = false) @Nullable String level,
            ServerHttpRequest request) {
        DemoGuard.check(request);
        Persona known = Persona.of(persona).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(tokens.token(known, level(known, level)));
    }

    @GetMapping("/demo/status")
    Mono<Status> readDemoStatus(ServerHttpRequest request) {
        DemoGuard.check(request);
        Mono<List<Leaving>> leaving =
                outbox.newest(NEWEST).concatMap(this::leaving).collectList();
        return claims.backlog()
                .flatMap(backlog -> Mono.zip(
                        leaving,
                        mails.newest(NEWEST),
                        (items, sent) ->
                                new Status(database.toString(), backlog.waiting(), backlog.dead(), items, sent)));
    }

    /** What a mail will say, the link to object with. */
    private Mono<Leaving> leaving(OutboxItem item) {
        return item.kind() == OutboxItem.Kind.CLAIM
                ? claimed.objection(item.ticket())
                        .map(token -> Leaving.of(item, publicUrl.resolve("/widerspruch#" + token.secret())))
                        .defaultIfEmpty(Leaving.of(item, null))
                : Mono.just(Leaving.of(item, null));
    }

    private static @Nullable AssuranceLevel level(Persona persona, @Nullable String asked) {
        AssuranceLevel own = persona.level();
        if (asked == null || own == null) {
            return own;
        }
        try {
            AssuranceLevel level = AssuranceLevel.of(asked);
            if (own.satisfies(level)) {
                return level;
            }
        } catch (IllegalArgumentException e) {
            throw new BadRequest(BadRequest.Reason.PARAMETER, "level");
        }
        throw new BadRequest(BadRequest.Reason.PARAMETER, "level");
    }

    /** @param waiting reactions still to be done */
    record Status(String database, long waiting, long dead, List<Leaving> outbox, List<SentMail> mails) {}

    /**
     * A notice that waits to leave: without content, as it will be sent.
     *
     * @param link what it lets its reader do; null for most
     */
    record Leaving(
            String kind,
            String recipient,
            String ticketId,
            Instant at,
            @Nullable String link) {

        static Leaving of(OutboxItem item, @Nullable String link) {
            return new Leaving(
                    item.kind().name().toLowerCase(Locale.ROOT),
                    switch (item.recipient()) {
                        case OutboxItem.Recipient.OfCitizen _ -> "citizen";
                        case OutboxItem.Recipient.OfQueue(var queue) -> queue;
                        case OutboxItem.Recipient.OfAddress _ -> "sender";
                    },
                    item.ticket().toString(),
                    item.at(),
                    link);
        }
    }
}
