package de.stadttor.channels.email.team;

import de.stadttor.channels.email.MailText;
import de.stadttor.channels.email.ParsedMail;
import de.stadttor.channels.email.automatic.AutoSubmitted;
import de.stadttor.teams.Instruction;
import de.stadttor.teams.Instruction.Afterwards;
import de.stadttor.ticketing.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an answer to a team's mail asks for. Whenever the new part of it cannot be told from the old for sure, nothing
 * of it is for the citizen.
 */
final class Answer {

    /** Stands above what our mail says; an answer that holds it has quoted us. */
    static final String LINE = "##- Stadttor -##";

    private static final String SIGNATURE = "--";

    private Answer() {}

    static Instruction in(ParsedMail mail) {
        MailText content = mail.content();
        String written = cut(content.replyText().strip());
        if (isAutomatic(mail)) {
            return new Instruction.Automatic(written);
        }
        return isSure(content) ? instruction(written) : new Instruction.Unclear(written);
    }

    static boolean isAutomatic(ParsedMail mail) {
        return mail.autoSubmitted() != AutoSubmitted.NONE && mail.autoSubmitted() != AutoSubmitted.LIST;
    }

    /** Sure is: nothing was quoted, or what was taken away is our mail or a signature, and nothing of it is left. */
    private static boolean isSure(MailText content) {
        String all = content.text().strip();
        String reply = content.replyText().strip();
        if (reply.isEmpty() || reply.length() > Message.TEXT_LIMIT || reply.contains(LINE)) {
            return false;
        }
        if (reply.lines().anyMatch(line -> line.stripLeading().startsWith(">"))) {
            return false;
        }
        return all.equals(reply) || all.contains(LINE) || isSignature(all, reply);
    }

    private static boolean isSignature(String all, String reply) {
        return all.startsWith(reply) && all.substring(reply.length()).strip().startsWith(SIGNATURE);
    }

    private static Instruction instruction(String written) {
        List<Command> commands = new ArrayList<>();
        for (String line : written.lines().filter(Command::isMeant).toList()) {
            Optional<Command> command = Command.of(line);
            if (command.isEmpty()) {
                return new Instruction.Unclear(written);
            }
            commands.add(command.get());
        }
        String text = written.lines()
                .filter(line -> !Command.isMeant(line))
                .collect(Collectors.joining("\n"))
                .strip();
        Afterwards after = afterwards(commands);
        if (text.isEmpty()) {
            return new Instruction.Note(written, after);
        }
        return commands.contains(new Command.Internal())
                ? new Instruction.Note(text, after)
                : new Instruction.Reply(text, after);
    }

    private static Afterwards afterwards(List<Command> commands) {
        String queue = null;
        boolean close = false;
        for (Command command : commands) {
            switch (command) {
                case Command.Close _ -> close = true;
                case Command.Move(var key) -> queue = key;
                case Command.Internal _ -> {}
            }
        }
        return new Afterwards(close, queue);
    }

    /** More than a message holds is cut: what was cut is in the mail. */
    private static String cut(String text) {
        return text.length() <= Message.TEXT_LIMIT ? text : text.substring(0, Message.TEXT_LIMIT);
    }
}
