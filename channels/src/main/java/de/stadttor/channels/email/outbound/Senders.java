package de.stadttor.channels.email.outbound;

import de.stadttor.channels.email.outbound.OutboundSettings.OfQueue;
import java.util.Objects;
import java.util.UUID;

/** The mailboxes that queues write from, and the identity of what they write. */
public final class Senders {

    private final OutboundSettings settings;
    private final Sender usual;

    /**
     * Without an address nothing leaves, but what would is named all the same.
     *
     * @throws IllegalArgumentException when an address leaves no room for a token, rather at start than at every mail
     */
    public Senders(OutboundSettings settings) {
        this.settings = settings;
        this.usual = settings.address().isBlank()
                ? new Sender(settings.name(), "stadttor", "localhost")
                : Sender.of(settings.name(), settings.address());
        settings.queues().keySet().forEach(this::of);
    }

    Sender of(String queue) {
        OfQueue own = settings.queues().get(queue);
        if (own == null || own.address() == null) {
            return own == null || own.name() == null ? usual : new Sender(own.name(), usual.local(), usual.domain());
        }
        return Sender.of(Objects.requireNonNullElse(own.name(), settings.name()), own.address());
    }

    /** The same for every queue, so that who sees it again needs no queue to know it. */
    public String domain() {
        return usual.domain();
    }

    /** Message-ID of a delivery in angle brackets, the same in every try. */
    public String messageId(UUID delivery) {
        return "<" + delivery + "@" + usual.domain() + ">";
    }

    /** Whether a Message-ID looks like one of ours, or is made up to hold a thread together (RFC 2606). */
    boolean wrote(String messageId) {
        return messageId.endsWith("@" + usual.domain() + ">") || messageId.endsWith(".invalid>");
    }
}
