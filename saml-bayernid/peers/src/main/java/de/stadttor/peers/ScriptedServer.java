package de.stadttor.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers each command as it is told, and otherwise takes everything. */
public final class ScriptedServer implements AutoCloseable {

    /** For an answer: none, the connection ends. */
    public static final String CLOSE = "close";

    /** For an answer: none, the connection stays. */
    public static final String SILENCE = "silence";

    private final ServerSocket socket;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();

    public ScriptedServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** @param command such as {@code RCPT}; {@code GREETING} and {@code END} for what follows connection and data */
    public ScriptedServer answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** What it took, as it came. */
    public List<String> mails() {
        return mails;
    }

    /** How often somebody connected. */
    public int connections() {
        return connections.size();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> talk(connection));
            }
        } catch (IOException closed) { // by close: nobody is to be told
            return;
        }
    }

    private void talk(Socket connection) {
        try (connection) {
            var lines =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            boolean open = answer(connection, "GREETING", "220 here");
            while (open) {
                String line = lines.readLine();
                open = line != null && command(connection, lines, verb(line));
            }
        } catch (IOException gone) { // the other side went away, as it may
            return;
        }
    }

    private static String verb(String line) {
        int end = line.indexOf(' ');
        return end < 0 ? line : line.substring(0, end);
    }

    private boolean command(Socket connection, BufferedReader lines, String command) throws IOException {
        return switch (command) {
            case "DATA" -> answer(connection, "DATA", "354 go on") && data(connection, lines);
            case "QUIT" -> {
                answer(connection, "QUIT", "221 bye");
                yield false;
            }
            default -> answer(connection, command, "250 fine");
        };
    }

    private boolean data(Socket connection, BufferedReader lines) throws IOException {
        if (answers.getOrDefault("DATA", "354").startsWith("354")) {
            var mail = new StringBuilder();
            String line = lines.readLine();
            while (line != null && !line.equals(".")) {
                mail.append(line).append("\r\n");
                line = lines.readLine();
            }
            if (line == null) {
                return false;
            }
            if (!answers.getOrDefault("END", "250").startsWith("5")) {
                mails.add(mail.toString());
            }
            return answer(connection, "END", "250 taken");
        }
        return true;
    }

    private boolean answer(Socket connection, String command, String usual) throws IOException {
        String answer = answers.getOrDefault(command, usual);
        if (answer.equals(CLOSE)) {
            return false;
        }
        if (!answer.equals(SILENCE)) {
            connection.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            connection.getOutputStream().flush();
        }
        return true;
    }
}
