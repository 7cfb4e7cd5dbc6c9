package de.stadttor.channels.email.mailbox.server;

import java.io.IOException;

/** Where access tokens come from. */
@FunctionalInterface
public interface AccessTokens {

    /**
     * A token that is good for a while. Blocks.
     *
     * @throws IOException when there is none; the message names the error's code and no secret
     */
    Secret current() throws IOException;
}
