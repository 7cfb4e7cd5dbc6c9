package de.stadttor.survival;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;

/** Ports for programs that die and come back. */
final class Ports {

    /** Below what systems give to clients: a client that knocks at a closed port of that range can meet itself. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;

    private Ports() {}

    static int free() throws IOException {
        return free(1).getFirst();
    }

    /** Different ones. */
    static List<Integer> free(int count) throws IOException {
        int start = FIRST + (int) (ProcessHandle.current().pid() % 10_000);
        List<Integer> found = IntStream.range(start, LAST)
                .filter(Ports::isFree)
                .limit(count)
                .boxed()
                .toList();
        if (found.size() < count) {
            throw new IOException("no free port");
        }
        return found;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
