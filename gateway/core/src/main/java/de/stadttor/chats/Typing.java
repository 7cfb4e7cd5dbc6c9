package de.stadttor.chats;

import java.util.List;
import reactor.core.publisher.Flux;

/** Who is writing right now. Told on this node only, and stored nowhere: it is worth nothing a moment later. */
public final class Typing {

    private final Bell<ChatId, Sign> bell = new Bell<>();

    public void tell(ChatId chat, boolean byCitizen, boolean on) {
        bell.ring(chat, new Sign(byCitizen, on));
    }

    /** What the other side does. */
    public Flux<Boolean> ofOther(ChatId chat, boolean citizen) {
        return bell.heard(List.of(chat))
                .filter(sign -> sign.byCitizen() != citizen)
                .map(Sign::on);
    }

    private record Sign(boolean byCitizen, boolean on) {}
}
