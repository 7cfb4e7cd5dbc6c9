package de.stadttor.channels.chat;

import de.stadttor.web.bodies.Bodies;
import de.stadttor.web.sockets.Frames;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

@Configuration(proxyBeanMethods = false)
class ChatRoutes {

    /** Before controllers, one of which may serve what lies beneath. */
    private static final int FIRST = -1;

    @Bean
    SimpleUrlHandlerMapping chatSocketMapping(ChatSocket socket) {
        return new SimpleUrlHandlerMapping(Map.of(ChatSocket.PATH, socket), FIRST);
    }

    @Bean
    Frames<CitizenFrame> citizenFrames(Bodies bodies) {
        return new Frames<>(bodies, CitizenFrame.KINDS);
    }
}
