package de.stadttor.operations;

import de.stadttor.web.PublicUrl;
import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the program where it listens and what to try next. */
@Component
final class Greeting {

    private final PublicUrl publicUrl;

    Greeting(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        greet(System.out);
    }

    private void greet(PrintStream out) {
        out.printf("""
            Stadttor is ready at %1$s.
              Look around:    %1$s/demo
              The contracts:  %1$s/docs
              The five-step tour stands in README.md. Stop with Ctrl+C.
            """, publicUrl.origin());
    }
}
