/**
 * Live chat with citizens over a WebSocket, and the little HTTP around it. Contracts: {@code openapi/chat.yaml} and
 * {@code openapi/chat-http.yaml}.
 */
@NullMarked
package de.stadttor.channels.chat;

import org.jspecify.annotations.NullMarked;
