package de.stadttor.saml;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** The only places that may block an event loop, each with its reason. BlockHound watches everything else. */
public final class AllowedBlocking implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder hound) {
        hound
                // Random numbers come from the system, which never lets them wait.
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                // Work is handed to the pool through a queue whose lock is held for a few instructions.
                .allowBlockingCallsInside("java.util.concurrent.ThreadPoolExecutor", "execute")
                // Classes are read from the program's own file the first time they are needed.
                .allowBlockingCallsInside("java.lang.ClassLoader", "loadClass");
    }
}
