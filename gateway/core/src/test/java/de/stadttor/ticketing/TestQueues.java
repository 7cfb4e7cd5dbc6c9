package de.stadttor.ticketing;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Queues with one field of each type. */
public final class TestQueues {

    public static final Duration REOPEN_WITHIN = Duration.ofDays(14);

    private TestQueues() {}

    /** Of {@link TestTickets#QUEUE}; its {@code ort} is required for closing. */
    public static Queue gardening() {
        return new Queue(
                TestTickets.QUEUE,
                "Gartenbau",
                REOPEN_WITHIN,
                List.of(
                        new CustomField("ort", "Ort", true, new CustomField.Type.Text(10)),
                        new CustomField(
                                "hoehe",
                                "Höhe in Metern",
                                false,
                                new CustomField.Type.Decimal(BigDecimal.ZERO, new BigDecimal("40.5"))),
                        new CustomField("dringend", "Dringend", false, new CustomField.Type.Flag()),
                        new CustomField("termin", "Termin", false, new CustomField.Type.Date()),
                        new CustomField(
                                "art", "Art", false, new CustomField.Type.Choice(List.of("Wespen", "Bienen")))));
    }

    /** Knows of the fields of {@link #gardening()} only {@code art}. */
    public static Queue animals() {
        return new Queue(
                "tiere",
                "Tiere",
                REOPEN_WITHIN,
                List.of(new CustomField("art", "Art", false, new CustomField.Type.Choice(List.of("Wespen")))));
    }
}
