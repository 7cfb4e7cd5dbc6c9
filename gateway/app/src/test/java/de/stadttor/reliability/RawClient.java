package de.stadttor.reliability;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client with bad manners: bytes as they are, over a plain socket. */
final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    /** Stands for a length in the two bytes that follow. */
    private static final int EXTENDED_LENGTH = 126;

    private final Socket socket = new Socket();

    private RawClient(URI server, int receiveBuffer) throws IOException {
        socket.setReceiveBufferSize(receiveBuffer);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()));
    }

    static RawClient of(String url) throws IOException {
        return new RawClient(URI.create(url), 64 * 1024);
    }

    /** One that takes little and then lets the sender wait. */
    static RawClient withTinyBuffer(String url) throws IOException {
        return new RawClient(URI.create(url), 1024);
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Opens a WebSocket (RFC 6455, 4.1). */
    void openWebSocket(String path) throws IOException {
        send("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n".formatted(path)
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        readUntil("\r\n\r\n");
    }

    /** Reads on until this has come, and no further. */
    void readUntil(String end) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        var read = new StringBuilder();
        while (read.indexOf(end) < 0) {
            int octet = socket.getInputStream().read();
            if (octet < 0) {
                throw new EOFException("closed before " + end);
            }
            read.append((char) octet);
        }
    }

    /** One text frame (RFC 6455, 5.2), masked with zeros, which leave it as it is. */
    void sendFrame(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean isShort = bytes.length < EXTENDED_LENGTH;
        var frame = ByteBuffer.allocate(bytes.length + (isShort ? 6 : 8));
        frame.put((byte) 0x81).put((byte) (0x80 | (isShort ? bytes.length : EXTENDED_LENGTH)));
        if (!isShort) {
            frame.putShort((short) bytes.length);
        }
        frame.putInt(0).put(bytes);
        socket.getOutputStream().write(frame.array());
    }

    /** What comes until the server closes; fails if it does not within {@code patience} of the last byte. */
    String readToEnd(Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        var read = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(read);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (SocketException _) {
            // Reset: closed as well, while something was still on its way to the server.
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    /** True when the server closed within {@code patience}; anything it says meanwhile is skipped. */
    boolean isClosedWithin(Duration patience) throws IOException {
        try {
            readToEnd(patience);
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
