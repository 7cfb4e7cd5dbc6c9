package de.stadttor.store.server;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program of its own that owns a server until it is killed. Arguments: binaries, home. */
final class OwningProgram {

    private OwningProgram() {}

    public static void main(String[] arguments) throws Exception {
        var server = EmbeddedServer.start(Path.of(arguments[0]), Path.of(arguments[1]));
        System.out.println("server " + server.handle().pid());
        new CountDownLatch(1).await();
    }
}
