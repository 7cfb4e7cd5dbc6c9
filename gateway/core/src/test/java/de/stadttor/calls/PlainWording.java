package de.stadttor.calls;

import de.stadttor.ticketing.TicketNumber;
import java.util.List;

/** Words that say which of the texts it would be. */
final class PlainWording implements CallWording {

    @Override
    public String subject(Call call) {
        return "call";
    }

    @Override
    public String opening(Call call) {
        return "opening";
    }

    @Override
    public String moved(Call call, TicketNumber from) {
        return "moved";
    }

    @Override
    public String callBack(Call call) {
        return "call back";
    }

    @Override
    public List<String> transcript(Call call, List<Piece> pieces, boolean later) {
        String numbers = String.join(
                " ",
                pieces.stream().map(piece -> Integer.toString(piece.number())).toList());
        return List.of((later ? "later " : "transcript ") + numbers);
    }
}
