/**
 * Where caseworkers chat with citizens, over a WebSocket, and what is decided about it. Contracts:
 * {@code openapi/chat.yaml} and {@code openapi/chat-http.yaml}.
 */
@NullMarked
package de.stadttor.desk.chats;

import org.jspecify.annotations.NullMarked;
