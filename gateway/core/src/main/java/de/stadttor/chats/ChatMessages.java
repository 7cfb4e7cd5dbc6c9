package de.stadttor.chats;

import de.stadttor.files.StoredFile;
import de.stadttor.idempotency.RequestKey;
import de.stadttor.intake.Circumstances;
import de.stadttor.intake.Continuation;
import de.stadttor.intake.InboundMessage;
import de.stadttor.people.AssuranceLevel;
import de.stadttor.people.Citizen;
import de.stadttor.people.CitizenId;
import de.stadttor.seals.Sha256;
import de.stadttor.ticketing.Channel;
import de.stadttor.ticketing.Origin;
import de.stadttor.ticketing.Priority;
import java.util.List;
import java.util.stream.Collectors;

/** What citizens write in a chat, as every channel hands it in. */
final class ChatMessages {

    private ChatMessages() {}

    /** The first message; its keys are taken by whoever opens the chat. */
    static InboundMessage first(Opening opening) {
        Citizen citizen = opening.citizen();
        return new InboundMessage(
                List.of(),
                opening.reference(),
                citizen == null ? new InboundMessage.Sender.Anonymous() : new InboundMessage.Sender.Known(citizen.id()),
                null,
                opening.name(),
                opening.email(),
                opening.queue(),
                opening.title(),
                opening.text(),
                List.of(),
                AssuranceLevel.BASIC,
                new Origin(Channel.CHAT, null, opening.language(), opening.level(), null));
    }

    /** A further one. */
    static InboundMessage further(Chat chat, String clientId, String text, List<StoredFile> files) {
        CitizenId citizen = chat.about().citizen();
        return new InboundMessage(
                List.of(key(chat, clientId, text, files)),
                citizen.toString(),
                new InboundMessage.Sender.Known(citizen),
                null,
                null,
                null,
                chat.queue(),
                "",
                text,
                files,
                AssuranceLevel.BASIC,
                new Origin(Channel.CHAT, null, chat.about().language(), AssuranceLevel.BASIC, null),
                new Circumstances(
                        new Continuation.ByParticipant(chat.about().ticket(), citizen),
                        false,
                        null,
                        Priority.NORMAL,
                        null,
                        null,
                        Circumstances.Traces.NONE,
                        null));
    }

    /** Of two messages with the same name by the client, the second one is a repeat. */
    private static RequestKey key(Chat chat, String clientId, String text, List<StoredFile> files) {
        String bytes = files.stream().map(file -> file.content().sha256()).collect(Collectors.joining("\n"));
        return new RequestKey("chat " + chat.id() + " citizen", clientId, Sha256.hex(text + "\0" + bytes));
    }
}
