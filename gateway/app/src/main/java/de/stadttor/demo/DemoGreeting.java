package de.stadttor.demo;

import de.stadttor.web.PublicUrl;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever started the demo what to try next. */
@Component
@Conditional(DemoMode.class)
final class DemoGreeting {

    private final PublicUrl publicUrl;

    DemoGreeting(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        System.out.printf("""
              Look around:    %s/demo
              The five-step tour stands in README.md.
            """, publicUrl.origin());
    }
}
