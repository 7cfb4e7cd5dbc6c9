package de.stadttor.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.peers.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;

/**
 * The npm package {@code ws} on both sides of a chat, with the examples of the contract: {@code src/test/node/chat}.
 */
@GatewayTest
class ForeignChatClientTest {

    private static final Path SCRIPTS = Path.of("src/test/node/chat").toAbsolutePath();
    private static final int PATIENCE_SECONDS = 120;

    @Autowired
    private Clients clients;

    @Test
    void saysWhatTheContractShowsAndUnderstandsEveryAnswer(@TempDir Path folder) throws Exception {
        Peer.require(isPresent("node") && isPresent("npm"), "needs node and npm");
        for (String file : new String[] {"package.json", "package-lock.json", ".npmrc", "chat.mjs"}) {
            Files.copy(SCRIPTS.resolve(file), folder.resolve(file));
        }
        run(folder, "npm", "ci");
        assertThat(run(folder, "node", "chat.mjs", clients.url()))
                .contains("citizens: sent all of", "operators: sent all of");
        FileSystemUtils.deleteRecursively(folder.resolve("node_modules"));
    }

    private static boolean isPresent(String program) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", "command -v " + program)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }

    /** What it says; fails when it fails. */
    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        Path log = folder.resolve(command[0] + ".log");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(log);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
