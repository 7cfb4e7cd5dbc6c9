package de.stadttor.channels.email.team;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of an answer that is meant for us. */
sealed interface Command {

    /** {@code #intern}: nothing of this is for the citizen. */
    record Internal() implements Command {}

    /** {@code #zu}: nothing is left to do. */
    record Close() implements Command {}

    /** {@code #an <queue>}: others are in charge. */
    record Move(String queue) implements Command {}

    Pattern LINE = Pattern.compile("#(\\p{L}+)(?:\\s+(\\S+))?");

    /** Whether the line wants to be a command, known or not. */
    static boolean isMeant(String line) {
        return line.stripLeading().startsWith("#");
    }

    /** Empty when nobody knows such a command. */
    static Optional<Command> of(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String queue = matcher.group(2);
        return switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
            case "intern" -> Optional.<Command>of(new Internal()).filter(_ -> queue == null);
            case "zu" -> Optional.<Command>of(new Close()).filter(_ -> queue == null);
            case "an" -> Optional.ofNullable(queue).map(Move::new);
            default -> Optional.empty();
        };
    }
}
