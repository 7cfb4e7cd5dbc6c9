package de.stadttor.survival;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a mail server, and at one point of the conversation lets nothing through any more. */
final class HoldingProxy implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch held = new CountDownLatch(1);
    private final int port;
    private final Point point;
    private volatile boolean holding = true;
    private volatile boolean answersHeld;

    HoldingProxy(int port, Point point) throws IOException {
        this.port = port;
        this.point = point;
        threads.execute(this::serve);
    }

    /** Where it holds; the words are those of the protocol. */
    sealed interface Point {

        /** Before the server gets such a command. */
        record Command(String words) implements Point {}

        /** When the server has done such a command, and the client does not know it. */
        record Answer(String words) implements Point {}

        /** In the middle of what the server sends. */
        record Content(String words) implements Point {}
    }

    int port() {
        return door.getLocalPort();
    }

    boolean isHeld() {
        return held.getCount() == 0;
    }

    /** From now on everything passes, for connections that are made from now on. */
    void release() {
        holding = false;
        answersHeld = false;
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }

    private void serve() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                threads.execute(() -> pass(client, server, true));
                threads.execute(() -> pass(server, client, false));
            }
        } catch (IOException _) {
            // Closed: the end of the test.
        }
    }

    private void pass(Socket from, Socket to, boolean commands) {
        byte[] bytes = new byte[16_384];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                String words = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
                if (holding && holds(words, commands)) {
                    held.countDown();
                    new CountDownLatch(1).await();
                }
                out.write(bytes, 0, count);
            }
        } catch (IOException | InterruptedException _) {
            // The other side is dead.
        }
    }

    private boolean holds(String words, boolean command) {
        return switch (point) {
            case Point.Command(String wanted) -> command && words.contains(wanted);
            case Point.Content(String wanted) -> !command && words.contains(wanted);
            case Point.Answer(String wanted) -> {
                if (command && words.contains(wanted)) {
                    answersHeld = true;
                }
                yield !command && answersHeld;
            }
        };
    }
}
