package de.stadttor.bench.chat;

import de.stadttor.bench.machine.Api;
import de.stadttor.bench.machine.Server;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an operator of the program would set for so many chats from one address, by the ordinary settings. */
final class Premises {

    private static final String MANY = "1000000";
    private static final String SETTINGS = "/api/desk/v1/chat-settings/" + Office.QUEUE;
    private static final int A_DAY = 1440;

    private Premises() {}

    /**
     * All strangers come from one address here; and the work of each is little, since their machine is the same too.
     */
    static String[] limits() {
        return new String[] {
            "--stadttor.web.limits.visitor.per-second=" + MANY,
            "--stadttor.web.limits.visitor.burst=" + MANY,
            "--stadttor.chat.connections=" + MANY,
            "--stadttor.chat.chats-per-day=" + MANY,
            "--stadttor.chat.messages-per-day=" + MANY,
            "--stadttor.chat.frames-per-second=50",
            "--stadttor.chat.frames-at-once=200",
            "--stadttor.web.proof-of-work.most=1000"
        };
    }

    /** Opens the queue at all times, for as many as may be, and lets no chat end by itself. */
    static void open(Server program) throws IOException, InterruptedException {
        try (Api admin = Api.of(program, "admin")) {
            long version = admin.get(SETTINGS).path("version").asLong();
            List<Map<String, String>> hours = Stream.of(
                            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
                    .map(day -> Map.of("day", day, "from", "00:00", "to", "24:00"))
                    .toList();
            admin.put(
                    SETTINGS,
                    version,
                    Map.of(
                            "enabled",
                            true,
                            "hours",
                            hours,
                            "closedOn",
                            List.of(),
                            "mostWaiting",
                            1000,
                            "idleMinutes",
                            A_DAY,
                            "abandonedMinutes",
                            A_DAY,
                            "waitMinutes",
                            A_DAY,
                            "origins",
                            List.of(),
                            "blocked",
                            List.of()));
        }
    }
}
