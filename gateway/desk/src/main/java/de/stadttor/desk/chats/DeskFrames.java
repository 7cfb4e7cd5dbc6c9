package de.stadttor.desk.chats;

import de.stadttor.chats.Chat;
import de.stadttor.chats.Line;
import de.stadttor.chats.Operator;
import de.stadttor.chats.OperatorView;
import de.stadttor.chats.Stage;
import de.stadttor.desk.chats.ToOperator.Assigned;
import de.stadttor.desk.chats.ToOperator.ChatInView;
import de.stadttor.desk.chats.ToOperator.Known;
import de.stadttor.desk.chats.ToOperator.Offered;
import de.stadttor.desk.chats.ToOperator.OperatorInView;
import de.stadttor.desk.chats.ToOperator.Overview;
import de.stadttor.desk.chats.ToOperator.Written;
import de.stadttor.desk.chats.ToOperator.WrittenFile;
import de.stadttor.people.Caseworker;
import de.stadttor.ticketing.Direction;
import de.stadttor.ticketing.Ticket;
import org.jspecify.annotations.Nullable;

/** How chats look in frames to operators. */
final class DeskFrames {

    private DeskFrames() {}

    static Known known(Operator operator, Caseworker caseworker) {
        return new Known(
                operator.subject(),
                operator.name(),
                state(operator.available()),
                operator.capacity(),
                operator.queues().stream().sorted().toList(),
                OperatorView.leads(caseworker));
    }

    static Offered offered(Chat chat, Stage.Offer offer) {
        return new Offered(
                chat.id().toString(),
                chat.about().ticket().toString(),
                chat.queue(),
                chat.about().language(),
                chat.about().openedAt(),
                offer.until());
    }

    static Assigned assigned(Chat chat, Ticket ticket, boolean citizenHere) {
        return new Assigned(
                chat.id().toString(),
                ticket.id().toString(),
                ticket.number().toString(),
                ticket.subject(),
                ticket.contact().name(),
                chat.queue(),
                chat.about().language(),
                chat.about().openedAt(),
                citizenHere,
                chat.seen().citizen());
    }

    static Written written(Chat chat, Line line) {
        return new Written(
                chat.id().toString(),
                line.position(),
                line.message().direction() == Direction.FROM_CITIZEN ? "citizen" : "office",
                line.message().text(),
                line.at(),
                line.message().files().stream()
                        .map(file -> new WrittenFile(
                                file.name().value(),
                                file.content().mediaType(),
                                file.content().size()))
                        .toList());
    }

    static Overview overview(OperatorView.Overview seen) {
        return new Overview(
                seen.queue(),
                seen.waiting().stream().map(DeskFrames::inView).toList(),
                seen.running().stream().map(DeskFrames::inView).toList(),
                seen.operators().stream()
                        .map(each -> new OperatorInView(
                                each.subject(), each.name(), state(each.available()), each.capacity(), each.busy()))
                        .toList());
    }

    private static ChatInView inView(Chat chat) {
        return new ChatInView(chat.id().toString(), chat.about().openedAt(), operator(chat.stage()));
    }

    private static @Nullable String operator(Stage stage) {
        return switch (stage) {
            case Stage.Waiting(var _, var offer, var _) -> offer == null ? null : offer.operator();
            case Stage.Running running -> running.operator();
            case Stage.Over _ -> null;
        };
    }

    private static String state(boolean available) {
        return available ? OperatorFrame.Presence.AVAILABLE : OperatorFrame.Presence.AWAY;
    }
}
