package de.stadttor.demo;

import de.stadttor.operations.RealMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Connects the demo with its own post office, as far as nobody has configured another one. Without free ports there is
 * no post office, and the demo goes on without mail: it must not talk to the one of another demo.
 */
public final class PostOfficeDefaults implements EnvironmentPostProcessor, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(PostOfficeDefaults.class);
    private static final String SMTP = "stadttor.demo.smtp-port";
    private static final String IMAP = "stadttor.demo.imap-port";

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        int smtp = environment.getProperty(SMTP, Integer.class, 0);
        int imap = environment.getProperty(IMAP, Integer.class, 0);
        if (smtp == 0 || imap == 0 || RealMode.in(environment)) {
            return;
        }
        if (isFree(smtp) && isFree(imap)) {
            environment.getPropertySources().addLast(defaults());
        } else {
            LOG.warn("No mail in this demo: port {} or {} is taken ({} and {} choose others)", smtp, imap, SMTP, IMAP);
        }
    }

    private static ResourcePropertySource defaults() {
        try {
            return new ResourcePropertySource(
                    new ClassPathResource("post-office.properties", PostOfficeDefaults.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
