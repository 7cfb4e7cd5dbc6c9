/**
 * How fast what is written in chats is acknowledged, and whether each message is stored and told, once and in order.
 */
@NullMarked
package de.stadttor.bench.chat;

import org.jspecify.annotations.NullMarked;
