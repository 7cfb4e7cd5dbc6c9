package de.stadttor.desk.chats;

import de.stadttor.web.bodies.Bodies;
import de.stadttor.web.sockets.Frames;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;

@Configuration(proxyBeanMethods = false)
class OperatorRoutes {

    /** Before controllers, one of which may serve what lies beneath. */
    private static final int FIRST = -1;

    @Bean
    SimpleUrlHandlerMapping operatorSocketMapping(OperatorSocket socket) {
        return new SimpleUrlHandlerMapping(Map.of(OperatorSocket.PATH, socket), FIRST);
    }

    @Bean
    Frames<OperatorFrame> operatorFrames(Bodies bodies) {
        return new Frames<>(bodies, OperatorFrame.KINDS);
    }
}
