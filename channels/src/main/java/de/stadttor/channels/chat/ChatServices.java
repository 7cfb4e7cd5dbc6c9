package de.stadttor.channels.chat;

import de.stadttor.chats.ChatDoor;
import de.stadttor.chats.ChatReturn;
import de.stadttor.chats.CitizenTalk;
import de.stadttor.chats.CitizenTalk.Place;
import de.stadttor.chats.Typing;
import de.stadttor.web.PublicUrl;
import de.stadttor.web.callers.SocketCallers;
import de.stadttor.web.proofofwork.ProofOfWork;
import de.stadttor.web.sockets.ErrorCodes;
import de.stadttor.web.sockets.FirstWord;
import de.stadttor.web.sockets.Frames;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What connections of citizens work with. */
@Component
record ChatServices(
        ChatDoor door,
        ChatReturn returns,
        CitizenTalk talk,
        Typing typing,
        Telling telling,
        SocketCallers callers,
        ProofOfWork proofs,
        ChatSites sites,
        ChatLimits limits,
        ChatWords words,
        ErrorCodes codes,
        SentFiles files,
        Frames<CitizenFrame> frames,
        FirstWord firstWord,
        PublicUrl publicUrl) {

    Mono<Void> keep(Place place) {
        return returns.keep(place.chat(), place.connection());
    }
}
