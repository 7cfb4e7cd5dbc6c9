package de.stadttor.desk.chats;

import de.stadttor.chats.ChatAdministration;
import de.stadttor.chats.ChatSettings;
import de.stadttor.chats.OpeningHours;
import de.stadttor.desk.IfMatch;
import de.stadttor.people.Caseworker;
import de.stadttor.web.Contract;
import de.stadttor.web.Received;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

/** How queues chat. */
@RestController
@RequestMapping("/api/desk/v1/chat-settings/{queue}")
final class ChatSettingsController {

    private final ChatAdministration administration;

    ChatSettingsController(ChatAdministration administration) {
        this.administration = administration;
    }

    @GetMapping
    Mono<ResponseEntity<SettingsView>> readChatSettings(@PathVariable String queue, Caseworker caseworker) {
        return administration.read(caseworker, queue).map(ChatSettingsController::answer);
    }

    @PutMapping
    Mono<ResponseEntity<SettingsView>> decideChatSettings(
            @PathVariable String queue,
            @Contract("chat-http.yaml#ChatSettings") Received<Decision> decision,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caseworker caseworker) {
        return administration
                .decide(caseworker, decision.value().settings(queue, IfMatch.version(ifMatch)))
                .map(ChatSettingsController::answer);
    }

    private static ResponseEntity<SettingsView> answer(ChatSettings settings) {
        return ResponseEntity.ok().eTag("\"" + settings.version() + "\"").body(SettingsView.of(settings));
    }

    record Decision(
            boolean enabled,
            List<Hours> hours,
            List<LocalDate> closedOn,
            int mostWaiting,
            int idleMinutes,
            int abandonedMinutes,
            int waitMinutes,
            List<String> origins,
            List<String> blocked) {

        ChatSettings settings(String queue, long version) {
            return new ChatSettings(
                    queue,
                    enabled,
                    new OpeningHours(hours.stream().map(Hours::hours).toList(), Set.copyOf(closedOn)),
                    mostWaiting,
                    new ChatSettings.Times(
                            Duration.ofMinutes(idleMinutes),
                            Duration.ofMinutes(abandonedMinutes),
                            Duration.ofMinutes(waitMinutes)),
                    Set.copyOf(origins),
                    Set.copyOf(blocked),
                    version);
        }
    }

    record SettingsView(
            boolean enabled,
            List<Hours> hours,
            List<LocalDate> closedOn,
            int mostWaiting,
            long idleMinutes,
            long abandonedMinutes,
            long waitMinutes,
            List<String> origins,
            List<String> blocked,
            long version) {

        static SettingsView of(ChatSettings settings) {
            return new SettingsView(
                    settings.enabled(),
                    settings.hours().hours().stream().map(Hours::of).toList(),
                    settings.hours().closedOn().stream()
                            .sorted(Comparator.naturalOrder())
                            .toList(),
                    settings.mostWaiting(),
                    settings.times().idle().toMinutes(),
                    settings.times().abandoned().toMinutes(),
                    settings.times().patience().toMinutes(),
                    settings.origins().stream().sorted().toList(),
                    settings.blocked().stream().sorted().toList(),
                    settings.version());
        }
    }

    /** Times of the clock; {@code 24:00} is the end of the day. */
    record Hours(String day, String from, String to) {

        private static final String MIDNIGHT = "24:00";

        static Hours of(OpeningHours.Hours hours) {
            LocalTime to = hours.to();
            return new Hours(
                    hours.day().name().toLowerCase(Locale.ROOT),
                    hours.from().toString(),
                    to == null ? MIDNIGHT : to.toString());
        }

        OpeningHours.Hours hours() {
            return new OpeningHours.Hours(
                    DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)),
                    LocalTime.parse(from),
                    to.equals(MIDNIGHT) ? null : LocalTime.parse(to));
        }
    }
}
