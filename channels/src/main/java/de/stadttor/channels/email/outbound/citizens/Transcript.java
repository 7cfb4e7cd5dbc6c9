package de.stadttor.channels.email.outbound.citizens;

import de.stadttor.files.FileName;
import de.stadttor.files.StoredFile;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Message;
import de.stadttor.ticketing.Ticket;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was said in the chat of a ticket, in its order.
 *
 * @param messages the first ones of the ticket, as citizens know them
 * @param citizen what to call the citizen, who may not have said a name
 * @param office as it calls itself in mails
 */
record Transcript(Ticket ticket, List<Message> messages, String citizen, String office) {

    /** Whoever has talked for longer finds the rest at the ticket. */
    static final int LONGEST = 500;

    /** As people in the office and before it mean it. */
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(ZoneId.of("Europe/Berlin"));

    Transcript {
        messages = messages.stream()
                .filter(message -> message.channel() == Channel.CHAT)
                .toList();
    }

    /** Whether a mail that may carry this much may carry all of it. */
    boolean isWithin(AssuranceLevel carried) {
        return messages.stream().allMatch(message -> carried.satisfies(message.levelWithin(ticket)));
    }

    String text() {
        return messages.stream().map(this::written).collect(Collectors.joining("\n\n"));
    }

    private String written(Message message) {
        String files = message.files().stream()
                .map(StoredFile::name)
                .map(FileName::value)
                .filter(name -> !name.equals(message.text()))
                .map(name -> "\n[" + name + "]")
                .collect(Collectors.joining());
        return CLOCK.format(message.createdAt()) + ", " + who(message) + ":\n" + message.text() + files;
    }

    private String who(Message message) {
        return message.direction() == Direction.TO_CITIZEN ? office : citizen;
    }
}
