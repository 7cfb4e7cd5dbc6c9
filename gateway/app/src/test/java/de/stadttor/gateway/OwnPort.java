package de.stadttor.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A free port that the program knows beforehand: it is part of its issuer, which foreign clients check. */
public final class OwnPort implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        int port = free();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "own port",
                        Map.of("server.port", port, "stadttor.web.public-url", "http://localhost:" + port)));
    }

    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
