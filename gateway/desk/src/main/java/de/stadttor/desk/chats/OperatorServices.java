package de.stadttor.desk.chats;

import de.stadttor.chats.OperatorDesk;
import de.stadttor.chats.Seats;
import de.stadttor.chats.Typing;
import de.stadttor.people.Caseworker;
import de.stadttor.web.Texts;
import de.stadttor.web.callers.SocketCallers;
import de.stadttor.web.sockets.ErrorCodes;
import de.stadttor.web.sockets.FirstWord;
import de.stadttor.web.sockets.Frames;
import org.springframework.stereotype.Component;

/** What connections of operators work with. */
@Component
record OperatorServices(
        OperatorDesk desk,
        Seats seats,
        Typing typing,
        OperatorTelling telling,
        SocketCallers callers,
        ErrorCodes codes,
        Frames<OperatorFrame> frames,
        FirstWord firstWord,
        Texts texts) {

    boolean mayWatch(Caseworker caseworker, String queue) {
        return OperatorTelling.mayWatch(caseworker, queue);
    }
}
