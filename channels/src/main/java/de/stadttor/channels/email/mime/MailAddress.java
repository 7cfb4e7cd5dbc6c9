package de.stadttor.channels.email.mime;

import org.jspecify.annotations.Nullable;

/**
 * A mailbox as named in a header.
 *
 * @param name display name, decoded; null when none
 * @param address as written, without brackets; null when the header gave only a name
 */
public record MailAddress(@Nullable String name, @Nullable String address) {

    /** True when mail could be sent there. */
    public boolean isComplete() {
        return address != null && address.indexOf('@') > 0 && !address.endsWith("@");
    }
}
