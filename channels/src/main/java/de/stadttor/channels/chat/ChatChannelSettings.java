package de.stadttor.channels.chat;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one source may chat, at one node.
 *
 * @param framesPerSecond frames of one connection in the long run
 * @param framesAtOnce frames of one connection at once
 * @param connections connections of one address at the same time
 * @param chatsPerDay chats begun from one address
 * @param messagesPerDay messages written from one address
 */
@ConfigurationProperties("stadttor.chat")
record ChatChannelSettings(
        @DefaultValue("5") int framesPerSecond,
        @DefaultValue("40") int framesAtOnce,
        @DefaultValue("200") int connections,
        @DefaultValue("300") int chatsPerDay,
        @DefaultValue("10000") int messagesPerDay) {

    static final Duration DAY = Duration.ofDays(1);
}
