package de.stadttor.identity.oauth;

import de.stadttor.grants.Challenge;
import de.stadttor.grants.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request that can be granted.
 *
 * @param redirect as the application wrote it
 * @param query the request itself, without our mark
 * @param attempt our mark of an earlier {@link Attempt}, unread; null without
 */
record AuthorizationAsk(
        ClientId client,
        String redirect,
        ReplyTo replyTo,
        Challenge challenge,
        LoginWish wish,
        String query,
        @Nullable String attempt) {}
