package de.stadttor.channels.form.open311;

import de.stadttor.seals.BrokenSeal;
import de.stadttor.seals.Seal;
import de.stadttor.seals.SealMaker;
import de.stadttor.ticketing.TicketId;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Tokens that stand for requests whose number is told later; sealed, so that nobody makes one up. */
@Component
final class RequestTokens {

    private static final String READERS = "open311";

    private final Seal seal;

    RequestTokens(SealMaker seals) {
        this.seal = seals.seal("open311-tokens");
    }

    String of(TicketId ticket) {
        return seal.close(READERS, ticket.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws GeoReportError for what is no token of ours */
    TicketId read(String token) {
        try {
            return TicketId.of(new String(seal.open(READERS, token), StandardCharsets.UTF_8));
        } catch (BrokenSeal e) {
            throw new GeoReportError(HttpStatus.NOT_FOUND, "token-unknown", "token");
        }
    }
}
