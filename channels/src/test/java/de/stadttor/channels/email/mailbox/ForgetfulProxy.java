package de.stadttor.channels.email.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a mail server that then seems to have fewer capabilities. */
final class ForgetfulProxy implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final int port;
    private final List<String> forgotten;

    /** @param forgotten capabilities that the client never hears of */
    ForgetfulProxy(int port, String... forgotten) throws IOException {
        this.port = port;
        this.forgotten = List.of(forgotten);
        threads.execute(this::serve);
    }

    int port() {
        return door.getLocalPort();
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

    private void pass(Socket from, Socket to, boolean answers) {
        byte[] bytes = new byte[8192];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                String text = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
                out.write((answers ? without(text) : text).getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException _) {
            // The other side is gone.
        }
    }

    /** Of the same length, since lengths are told. */
    private String without(String text) {
        String less = text;
        for (String capability : forgotten) {
            less = less.replace(" " + capability + " ", " " + "X".repeat(capability.length()) + " ");
        }
        return less;
    }
}
