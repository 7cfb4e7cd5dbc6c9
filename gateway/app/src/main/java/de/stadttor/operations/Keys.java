package de.stadttor.operations;

import de.stadttor.pages.Banner;
import de.stadttor.pages.DeskLogin;
import de.stadttor.seals.Seal;
import de.stadttor.seals.SealMaker;
import de.stadttor.store.server.Installations;
import de.stadttor.store.server.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The installation key of a real program: set for all nodes (STADTTOR_KEY), or kept in a 0600 file of this one. */
@Configuration(proxyBeanMethods = false)
@Conditional(RealMode.class)
@EnableConfigurationProperties(OperationsSettings.class)
class Keys {

    @Bean
    Banner banner() {
        return new Banner("");
    }

    @Bean
    DeskLogin deskLogin(OperationsSettings settings) {
        OperationsSettings.DeskPages pages = settings.deskPages();
        String issuer = pages.issuer().isBlank() ? null : pages.issuer();
        return new DeskLogin(List.of(), issuer, pages.clientId(), pages.scope());
    }

    @Bean
    SealMaker seals(OperationsSettings settings, StoreSettings store, Installations installations) throws IOException {
        installations.claim();
        byte[] key = settings.key().isBlank()
                ? fromFile(store.home().resolve("key"))
                : HexFormat.of().parseHex(settings.key().strip());
        return purpose -> Seal.derive(key, purpose);
    }

    private static byte[] fromFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(key));
        }
        return HexFormat.of().parseHex(Files.readString(file).strip());
    }
}
