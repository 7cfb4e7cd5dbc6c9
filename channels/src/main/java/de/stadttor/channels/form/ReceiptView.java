package de.stadttor.channels.form;

import de.stadttor.guests.AccessToken;
import de.stadttor.intake.Receipt;
import de.stadttor.web.PublicUrl;
import de.stadttor.web.Repeats;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * A receipt as whoever submitted gets it.
 *
 * @param accessUrl the link of an anonymous case; its secret stands behind {@code #}, which no server logs
 */
public record ReceiptView(
        UUID ticketId, String number, @Nullable String accessUrl, Instant receivedAt) {

    /** Also tells by status and header whether the ticket was there before. */
    public static ReceiptView answer(Receipt receipt, PublicUrl publicUrl, ServerHttpResponse response) {
        response.setStatusCode(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED);
        Repeats.mark(response, receipt.repeated());
        AccessToken access = receipt.access();
        return new ReceiptView(
                receipt.ticket().value(),
                receipt.number().toString(),
                access == null ? null : publicUrl.resolve("/fall#" + access.secret()),
                receipt.receivedAt());
    }
}
