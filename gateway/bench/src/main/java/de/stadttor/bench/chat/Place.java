package de.stadttor.bench.chat;

import reactor.core.publisher.Mono;

/** Where chats are begun. */
sealed interface Place permits Office, BareRoom {

    /**
     * Begins a chat.
     *
     * @return once messages in it go all their way
     */
    Mono<CitizenClient> begin(int number);
}
