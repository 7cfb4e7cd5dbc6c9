package de.stadttor.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.stadttor.files.ScanVerdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** Against ClamAV's own daemon, which knows one virus: the harmless one of the EICAR, by its hash. */
class ClamdTest {

    private static final String VIRUS = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-" + "FILE!$H+H*";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LARGEST = 100_000;

    private static Optional<Process> daemon = Optional.empty();
    private static int port;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws Exception {
        Path program = Path.of("/usr/sbin/clamd");
        boolean present = Files.isExecutable(program);
        assertThat(present || !"true".equals(System.getenv("CI"))).as("clamd").isTrue();
        assumeTrue(present, "clamd is not installed");
        port = freePort();
        daemon = Optional.of(
                new ProcessBuilder(program.toString(), "-c", configuration().toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("clamd.log").toFile())
                        .start());
        await().atMost(Duration.ofSeconds(30)).until(ClamdTest::listens);
    }

    @AfterAll
    static void stop() {
        daemon.ifPresent(Process::destroyForcibly);
    }

    @Test
    void findsAVirus() {
        assertThat(scan(Flux.just(VIRUS))).isEqualTo(ScanVerdict.INFECTED);
    }

    @Test
    void findsAVirusThatComesInPieces() {
        assertThat(scan(Flux.fromArray(VIRUS.split("")))).isEqualTo(ScanVerdict.INFECTED);
    }

    @Test
    void findsNothingInAnOrdinaryFileNorInAnEmptyOne() {
        assertThat(scan(Flux.just("Im Hof ist ein Wespennest."))).isEqualTo(ScanVerdict.CLEAN);
        assertThat(scan(Flux.empty())).isEqualTo(ScanVerdict.CLEAN);
    }

    @Test
    void saysThatAFileWasTooLargeForTheScanner() {
        assertThat(scan(Flux.just("x".repeat(10_000)).repeat(50))).isEqualTo(ScanVerdict.NOT_SCANNED);
    }

    @Test
    void saysThatNobodyScanned() throws IOException {
        var nobody = new Clamd("127.0.0.1", freePort(), PATIENCE);

        assertThat(nobody.scan(bytes(Flux.just(VIRUS))).block()).isEqualTo(ScanVerdict.NOT_SCANNED);
    }

    @Test
    void waitsForNoScannerThatHangs() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var hanging = new Clamd("127.0.0.1", silent.getLocalPort(), Duration.ofMillis(300));

            assertThat(hanging.scan(bytes(Flux.just("text"))).block()).isEqualTo(ScanVerdict.NOT_SCANNED);
        }
    }

    private static ScanVerdict scan(Flux<String> content) {
        return new Clamd("127.0.0.1", port, PATIENCE).scan(bytes(content)).block();
    }

    private static Flux<ByteBuffer> bytes(Flux<String> content) {
        return content.map(part -> ByteBuffer.wrap(part.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Path configuration() throws Exception {
        byte[] md5 = MessageDigest.getInstance("MD5").digest(VIRUS.getBytes(StandardCharsets.US_ASCII));
        Path signatures = Files.createDirectory(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("test.hdb"), HexFormat.of().formatHex(md5) + ":" + VIRUS.length() + ":Eicar-Test\n");
        return Files.write(
                folder.resolve("clamd.conf"),
                Stream.of(
                                "TCPSocket " + port,
                                "TCPAddr 127.0.0.1",
                                "DatabaseDirectory " + signatures,
                                "StreamMaxLength " + LARGEST,
                                "Foreground yes")
                        .toList());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }
}
