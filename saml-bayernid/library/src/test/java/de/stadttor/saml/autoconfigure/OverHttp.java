package de.stadttor.saml.autoconfigure;

import de.stadttor.saml.TestKeys;
import de.stadttor.saml.testidp.TestIdentityProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** Runs a test against {@link SamlApplication}, which all tests with this annotation share. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = SamlApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = OverHttp.Settings.class)
@interface OverHttp {

    /** Two profiles towards the same provider, one for each binding. */
    final class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var settings = new HashMap<String, Object>(Map.of(
                    "stadttor.saml.public-url", "http://localhost",
                    "stadttor.saml.signing[0].private-key", TestKeys.SIGNING.privateKeyPem(),
                    "stadttor.saml.signing[0].certificate", TestKeys.SIGNING.certificatePem(),
                    "stadttor.saml.decryption[0].private-key", TestKeys.DECRYPTION.privateKeyPem(),
                    "stadttor.saml.decryption[0].certificate", TestKeys.DECRYPTION.certificatePem(),
                    "stadttor.saml.operator.name", "Stadt Musterstadt",
                    "stadttor.saml.operator.website", "https://musterstadt.example/",
                    "stadttor.saml.operator.technical-mail", "technik@musterstadt.example",
                    "stadttor.saml.operator.support-mail", "hilfe@musterstadt.example",
                    "stadttor.saml.profiles.bundid.binding", "REDIRECT"));
            Path metadata = metadata();
            for (String profile : List.of("bayernid", "bundid")) {
                String prefix = "stadttor.saml.profiles." + profile + ".";
                settings.put(prefix + "organization-display-name", "Musterstadt \"><script>");
                settings.put(prefix + "provider.entity-id", SamlApplication.PROVIDER.toString());
                settings.put(prefix + "provider.metadata", metadata.toUri().toString());
            }
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("saml", settings));
        }

        private static Path metadata() {
            try {
                Path file = Files.createTempFile("idp", ".xml");
                file.toFile().deleteOnExit();
                return Files.writeString(
                        file,
                        new TestIdentityProvider(
                                        SamlApplication.PROVIDER,
                                        TestKeys.PROVIDER,
                                        _ -> Optional.empty(),
                                        Clock.systemUTC())
                                .metadata());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
