package de.stadttor.gateway;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** The only places that may block an event loop, each with its reason. BlockHound watches everything else. */
public final class AllowedBlocking implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder hound) {
        hound
                // The driver guards its queue of commands with a lock that is held for a few instructions.
                .allowBlockingCallsInside("org.mariadb.r2dbc.client.SimpleClient", "lambda$receive$0")
                .allowBlockingCallsInside("org.mariadb.r2dbc.client.SimpleClient", "lambda$sendCommand$0")
                .allowBlockingCallsInside("org.mariadb.r2dbc.client.SimpleClient", "lambda$sendCommand$2")
                .allowBlockingCallsInside("org.mariadb.r2dbc.client.SimpleClient", "executeWhenNotInTransaction")
                .allowBlockingCallsInside("org.mariadb.r2dbc.client.SimpleClient", "executeWhenTransaction")
                .allowBlockingCallsInside("org.mariadb.r2dbc.client.SimpleClient", "setAutoCommit")
                .allowBlockingCallsInside("org.mariadb.r2dbc.client.SimpleClient", "sendCommandWithoutResult")
                // Netty's allocator adds a magazine under a lock that is held for a few instructions.
                .allowBlockingCallsInside(
                        "io.netty.buffer.AdaptivePoolingAllocator$MagazineGroup", "tryExpandMagazines")
                // A timer's queue is guarded by a lock that is held while one entry comes or goes.
                .allowBlockingCallsInside("java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue", "offer")
                .allowBlockingCallsInside("java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue", "remove")
                // Work is handed to a pool through a queue whose lock is held for a few instructions.
                .allowBlockingCallsInside("java.util.concurrent.ThreadPoolExecutor", "execute")
                // The driver reads its own version from its jar, once.
                .allowBlockingCallsInside("org.mariadb.r2dbc.util.VersionFactory", "getInstance")
                // Reads /dev/urandom for a boundary, in the test's own client.
                .allowBlockingCallsInside("org.springframework.util.MimeTypeUtils", "generateMultipartBoundary")
                // A random number generator's seed comes from the system, which never lets it wait.
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                .allowBlockingCallsInside("java.util.UUID", "randomUUID")
                // Ids of one millisecond are made one after the other, under a lock held for a few instructions.
                .allowBlockingCallsInside("com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator", "construct")
                // Jackson makes the reader of a type once, under a lock; who needs the same one meanwhile waits for it.
                .allowBlockingCallsInside(
                        "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer")
                // The table of leap seconds is read from its jar with the first date that comes.
                .allowBlockingCallsInside("com.ethlo.time.ITU", "parseDateTime")
                // Classes and resource bundles are read from the program's own file the first time they are needed.
                .allowBlockingCallsInside("java.lang.ClassLoader", "loadClass")
                .allowBlockingCallsInside("java.util.ResourceBundle", "getBundle");
    }
}
