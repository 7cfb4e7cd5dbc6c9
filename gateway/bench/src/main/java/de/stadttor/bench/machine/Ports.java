package de.stadttor.bench.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Ports for servers, below those that systems give to clients: a benchmark uses up thousands of these. */
final class Ports {

    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;

    private Ports() {}

    static int free() throws IOException {
        int start = FIRST + (int) (System.nanoTime() / 1000 % 10_000);
        return IntStream.range(start, LAST)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IOException("no free port"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
