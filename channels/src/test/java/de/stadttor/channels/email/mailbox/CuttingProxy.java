package de.stadttor.channels.email.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a mail server, and cuts the connection where a certain text passes, with all that came with it. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger cuts = new AtomicInteger();
    private final int port;
    private final String forbidden;
    private final int most;

    /**
     * @param forbidden must not pass from the server to the client
     * @param most how often it is cut; after that all passes
     */
    CuttingProxy(int port, String forbidden, int most) throws IOException {
        this.port = port;
        this.forbidden = forbidden;
        this.most = most;
        threads.execute(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    int cuts() {
        return cuts.get();
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
                threads.execute(() -> pass(client, server, false));
                threads.execute(() -> pass(server, client, true));
            }
        } catch (IOException _) {
            // Closed: the end of the test.
        }
    }

    private void pass(Socket from, Socket to, boolean watched) {
        byte[] bytes = new byte[4096];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            String before = "";
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                String now = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
                if (watched && (before + now).contains(forbidden) && cuts.get() < most) {
                    cuts.incrementAndGet();
                    return;
                }
                out.write(bytes, 0, count);
                before = now;
            }
        } catch (IOException _) {
            // The other side is gone.
        }
    }
}
