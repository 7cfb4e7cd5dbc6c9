package de.stadttor.operations;

import de.stadttor.web.PublicUrl;
import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells whoever started the program where it listens. */
@Component
final class Greeting {

    private final PublicUrl publicUrl;

    Greeting(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        greet(System.out);
    }

    private void greet(PrintStream out) {
        out.printf("""
            Stadttor is ready at %1$s.
              The contracts:  %1$s/docs
              Stop with Ctrl+C.
            """, publicUrl.origin());
    }
}
