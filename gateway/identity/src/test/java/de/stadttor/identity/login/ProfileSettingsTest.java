package de.stadttor.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ProfileSettingsTest {

    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    void tellsTheLibraryOurAddressAndAsksForNoMoreThanIsKept() {
        set("stadttor.saml.profiles.bayernid.provider.entity-id", "https://idp.example");
        complete();
        assertThat(environment.getProperty("stadttor.saml.public-url")).isEqualTo("https://gateway.example");
        assertThat(environment.getProperty("stadttor.saml.profiles.bayernid.attributes"))
                .isEqualTo("GIVEN_NAME,SURNAME,MAIL");
    }

    @Test
    void understandsEnvironmentVariables() {
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("STADTTOR_SAML_PROFILES_BUNDID_PROVIDER_ENTITYID", "https://idp.example")));
        assertThat(ProfileSettings.present(environment)).isTrue();
    }

    @Test
    void leavesAnOperatorsOwnChoice() {
        set("stadttor.saml.profiles.bayernid.attributes", "SURNAME");
        complete();
        assertThat(environment.getProperty("stadttor.saml.profiles.bayernid.attributes"))
                .isEqualTo("SURNAME");
    }

    @Test
    void addsNothingWhereNobodyLogsIn() {
        complete();
        assertThat(ProfileSettings.present(environment)).isFalse();
        assertThat(environment.containsProperty("stadttor.saml.public-url")).isFalse();
    }

    private void set(String name, String value) {
        environment.getPropertySources().addFirst(new MapPropertySource(name, Map.of(name, value)));
    }

    private void complete() {
        set("stadttor.web.public-url", "https://gateway.example");
        new ProfileSettings().postProcessEnvironment(environment, new SpringApplication());
    }
}
